package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.ToldUpward;
import vn.mscore.hotline.complaint.clock.CouncilRungs;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** The rungs that were reached, joined with what the viewer may see. */
@Singleton
public class SqlToldUpward implements ToldUpward {
    /** More rungs than rows: those of one case, and those of steps that stand. */
    private static final int LOOKED_AT = 200;

    private static final String SEEN = "exists (select 1 from complaint_look l where l.complaint_id = e.complaint_id"
            + " and l.account = ? and l.at >= e.at)";

    /** Leaves out the steps that are over by what {@code TableClock} reads in a state; it has the last word on the others. */
    private static final String RUNS = "c.state in " + SqlCourses.WORKED_ON + " and case e.step"
            + " when 'TRIAGE' then c.state in ('MOI', 'PHAN_LOAI') and c.sorted_at is null"
            + " when 'FORWARD' then c.state in ('MOI', 'PHAN_LOAI') and c.sorted_at is not null"
            + " when 'ACCEPT' then c.state = 'DA_CHUYEN' when 'ANSWER' then c.reopened_at is null else true end";

    private static final String LOOK =
            "insert into complaint_look (complaint_id, account, at) select distinct c.id, ?, ?";

    private final Sql sql;
    private final Sights sights;
    private final CouncilRungs council;
    private final CaseTime time;
    private final Categories categories;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlToldUpward(Sql sql, Sights sights, CouncilRungs council, CaseTime time, Categories categories, Clock clock) {
        this.sql = sql;
        this.sights = sights;
        this.council = council;
        this.time = time;
        this.categories = categories;
        this.clock = clock;
    }

    private record Reached(
            TicketNumber ticket, String category, String unit, String rung, Step step, Instant at, boolean unseen) {}

    @Override
    public List<Told> of(Viewer viewer) {
        Sight told = told(viewer);
        Set<TicketNumber> listed = new HashSet<>();
        return Stream.of(true, false)
                .flatMap(unseen -> newest(told, viewer, unseen).stream())
                .filter(one -> !listed.contains(one.ticket()))
                .flatMap(one -> still(one).stream())
                .filter(one -> listed.add(one.ticket()))
                .limit(LISTED)
                .toList();
    }

    /** Each by itself in the order of an index and with a limit of its own: neither reads, nor pushes out, what the other has. */
    private List<Reached> newest(Sight told, Viewer viewer, boolean unseen) {
        return sql.rows(
                "select c.ticket, c.category, c.unit_name, e.rung, e.step, e.at" + reached(told) + " and "
                        + (unseen ? "not " : "") + SEEN + " order by e.at desc, e.id desc limit ?",
                row -> reached(row, unseen),
                told.with(viewer.account(), LOOKED_AT));
    }

    private static String reached(Sight told) {
        return " from complaint_escalation e join complaint c on c.id = e.complaint_id where " + told.sql()
                + " and e.level = c.level and e.holder = coalesce(c.unit, '') and e.term = "
                + SqlCourses.TERM.formatted("e.step", "c.id") + " and " + RUNS;
    }

    @Override
    public void look(Viewer viewer, TicketNumber ticket) {
        Sight told = told(viewer).and("c.ticket = ?", ticket.digits());
        List<Object> parameters = new ArrayList<>(List.of(viewer.account(), clock.instant()));
        parameters.addAll(List.of(told.with(viewer.account())));
        sql.update(
                LOOK + reached(told) + " and not " + SEEN + " on duplicate key update at = values(at)",
                parameters.toArray());
    }

    private Sight told(Viewer viewer) {
        Sight open = sights.open(viewer);
        return switch (viewer.role()) {
            case LEADER -> sights.withinOwnOffice(open, viewer, "e.unit");
            case OPERATOR -> open.and("e.unit is null");
            case DELEGATE -> open.andIn("e.rung", council.codes());
            default -> Sight.NONE;
        };
    }

    private Optional<Told> still(Reached one) {
        return time.clocks(one.ticket()).stream()
                .filter(reading -> reading.step() == one.step() && !reading.paused())
                .findFirst()
                .map(reading -> told(one, reading));
    }

    private Told told(Reached one, Reading reading) {
        boolean overdue = reading.overdue(clock.instant());
        return new Told(
                one.ticket(),
                one.category(),
                one.unit(),
                one.rung(),
                one.step(),
                reading.dueDay(),
                overdue,
                overdue ? Math.max(0, -reading.daysLeft()) : 0,
                one.at(),
                one.unseen());
    }

    private Reached reached(Sql.Row row, boolean unseen) throws SQLException {
        String category = row.text("category");
        return new Reached(
                new TicketNumber(row.text("ticket")),
                categories.byCode(category).map(Category::name).orElse(category),
                Optional.ofNullable(row.text("unit_name")).orElse(""),
                row.text("rung"),
                Step.valueOf(row.text("step")),
                row.instant("at"),
                unseen);
    }
}
