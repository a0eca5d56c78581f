package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.LateReasons;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Explanations, pauses and extensions of many cases in one query; the row filter of a case is that of what its office said. */
@Singleton
public class SqlLateReasons implements LateReasons {
    private static final String WHY = "select c.id, c.ticket, c.unit, c.about_sealed, c.extended_days, c.original_due,"
            + " e.id as explanation, e.step, e.at, e.why_sealed, e.outcome,"
            + " (select max(p.since) from complaint_pause p where p.complaint_id = c.id and p.until is null) as since"
            + " from complaint c left join complaint_explanation e on e.id = (select max(x.id) from complaint_explanation x"
            + " where x.complaint_id = c.id and x.unit = c.unit and x.at >= coalesce(c.reopened_at, x.at)) where ";

    private final Sql sql;
    private final Sights sights;
    private final Seals seals;
    private final CaseTime time;
    private final Impartial impartial;

    /** Joined by CDI. */
    @Inject
    SqlLateReasons(Sql sql, Sights sights, Seals seals, CaseTime time, Impartial impartial) {
        this.sql = sql;
        this.sights = sights;
        this.seals = seals;
        this.time = time;
        this.impartial = impartial;
    }

    private record Found(Matter matter, Why why) {}

    @Override
    public Map<TicketNumber, Why> of(Viewer viewer, List<TicketNumber> tickets) {
        Sight sight = sights.open(viewer)
                .andIn("c.ticket", tickets.stream().map(TicketNumber::digits).toList());
        List<Found> found = sql.rows(WHY + sight.sql(), this::found, sight.with());
        Set<TicketNumber> offLimits = impartial.offLimits(
                viewer,
                found.stream()
                        .filter(one -> one.why().said().isPresent())
                        .map(Found::matter)
                        .toList());
        return found.stream()
                .collect(Collectors.toMap(
                        one -> one.matter().ticket(),
                        one -> offLimits.contains(one.matter().ticket()) ? withheld(one.why()) : one.why()));
    }

    private static Why withheld(Why why) {
        return new Why(
                why.code(),
                why.on(),
                why.days(),
                why.said().map(said -> new Said(said.step(), Shown.WITHHELD, said.outcome())));
    }

    private Found found(Sql.Row row) throws SQLException {
        Matter matter = new Matter(
                new TicketNumber(row.text("ticket")),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                seals.about(row.number("id"), row.bytes("about_sealed")));
        return new Found(matter, why(row));
    }

    private Why why(Sql.Row row) throws SQLException {
        if (row.text("step") != null) {
            return new Why(Code.EXPLAINED, day(row, "at"), 0, Optional.of(said(row)));
        }
        if (row.text("since") != null) {
            return new Why(Code.PAUSED, day(row, "since"), 0, Optional.empty());
        }
        int days = (int) row.number("extended_days");
        return days > 0
                ? new Why(Code.EXTENDED, Vietnam.day(row, "original_due"), days, Optional.empty())
                : Why.UNEXPLAINED;
    }

    private Said said(Sql.Row row) throws SQLException {
        Place place = new Place("complaint_explanation", "why_sealed", row.number("explanation"));
        String why = new Salted(seals.office(place, row.bytes("why_sealed"))).text();
        String words = Shown.title(Shown.withoutNumbers(why));
        String outcome = row.text("outcome");
        return new Said(
                Step.valueOf(row.text("step")),
                words,
                time.outcomes().stream()
                        .filter(one -> one.code().equals(outcome))
                        .findFirst());
    }

    private static Optional<LocalDate> day(Sql.Row row, String column) throws SQLException {
        return Optional.of(LocalDate.ofInstant(row.instant(column), Vietnam.ZONE));
    }
}
