package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime.Explanation;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.clock.Explanations;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Explanations in the table {@code complaint_explanation}. */
@Singleton
public class SqlExplanations implements Explanations {
    private final Sql sql;
    private final Sights sights;
    private final Seals seals;
    private final Ids ids;
    private final Clock clock;

    /** Seals through {@code seals}; filters by {@code sights}. */
    @Inject
    SqlExplanations(Sql sql, Sights sights, Seals seals, Ids ids, Clock clock) {
        this.sql = sql;
        this.sights = sights;
        this.seals = seals;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void add(Held held, Late late, String why) {
        long id = ids.next();
        Optional<UnitCode> unit = held.viewer().is(Role.OPERATOR)
                ? Optional.empty()
                : late.unit().or(held.complaint()::unit).or(held.viewer()::unit);
        Salted salted = Salted.of(why);
        sql.update(
                "insert into complaint_explanation (id, complaint_id, step, due, overdue_days, unit, login, name, at,"
                        + " why_sealed, proof, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                id,
                held.complaint().id(),
                late.step(),
                late.due(),
                late.days(),
                unit.map(UnitCode::value),
                held.viewer().login(),
                held.viewer().name(),
                clock.instant(),
                seals.office(place(id), held.complaint().secret(), salted.kept()),
                salted.proof());
    }

    @Override
    public List<Explanation> of(Viewer viewer, TicketNumber ticket) {
        Sight office = sights.byOfficeOrDesk(viewer, "e.unit");
        Sight sight = sights.open(viewer).and("c.ticket = ?", ticket.digits()).and(office.sql(), office.with());
        return sql.rows(
                "select e.* from complaint_explanation e join complaint c on c.id = e.complaint_id where " + sight.sql()
                        + " order by e.id",
                this::explanation,
                sight.with());
    }

    private Explanation explanation(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Explanation(
                id,
                Step.valueOf(row.text("step")),
                Vietnam.day(row, "due").orElseThrow(),
                (int) row.number("overdue_days"),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                row.text("name"),
                row.instant("at"),
                Shown.withoutNumbers(new Salted(seals.office(place(id), row.bytes("why_sealed"))).text()),
                Optional.ofNullable(row.text("outcome")),
                Optional.ofNullable(row.text("decided_by")));
    }

    @Override
    public Optional<String> undecided(Held held, long id) {
        Sight office = sights.byOfficeOrDesk(held.viewer(), "e.unit")
                .and(
                        "e.id = ? and e.complaint_id = ? and e.outcome is null",
                        id,
                        held.complaint().id());
        return sql.first(
                "select e.login from complaint_explanation e where " + office.sql(),
                row -> row.text("login"),
                office.with());
    }

    @Override
    public void decide(long id, String outcome, Held by) {
        sql.update(
                "update complaint_explanation set outcome = ?, decided_by = ?, decided_at = ? where id = ?",
                outcome,
                by.viewer().name(),
                clock.instant(),
                id);
    }

    private static Place place(long id) {
        return new Place("complaint_explanation", "why_sealed", id);
    }
}
