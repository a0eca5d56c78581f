package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.LateReasons;
import vn.mscore.hotline.complaint.LateReasons.Why;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.shared.TicketNumber;

/** Cases of a leader's offices: never sealed ones, never those nobody has classified. */
@Singleton
public class SqlLateCases {
    static final String LATE = "c.state in ('DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI') and c.due < ? and not c.due_stands";

    private static final int AT_ONCE = 200;

    private final Sql sql;
    private final Sights sights;
    private final LateReasons reasons;
    private final Categories categories;
    private final WorkCalendars calendars;

    /** Reads in the caller's transaction. */
    @Inject
    public SqlLateCases(Sql sql, Sights sights, LateReasons reasons, Categories categories, WorkCalendars calendars) {
        this.sql = sql;
        this.sights = sights;
        this.reasons = reasons;
        this.categories = categories;
        this.calendars = calendars;
    }

    long fresh(Viewer viewer, LocalDate day) {
        return count(sights.open(viewer).and("c.routed_on = ?", day));
    }

    long late(Viewer viewer, LocalDate day) {
        return count(sights.open(viewer).and(LATE, day));
    }

    private long count(Sight sight) {
        return sql.count("select count(*) as n from complaint c where " + sight.sql(), sight.with());
    }

    /** Longest overdue first; why they are is asked for all of them at once. */
    List<LateCase> list(Viewer viewer, LocalDate day, int limit) {
        return page(viewer, day, sights.open(viewer).and(LATE, day), limit);
    }

    /** All of them in the same order, read as they are taken, in the transaction of whoever takes them. */
    Stream<LateCase> all(Viewer viewer, LocalDate day) {
        return Stream.iterate(
                        list(viewer, day, AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> after(viewer, day, page.get(page.size() - 1)))
                .flatMap(List::stream);
    }

    private List<LateCase> after(Viewer viewer, LocalDate day, LateCase last) {
        Sight rest = sights.open(viewer)
                .and(LATE, day)
                .and("(c.due > ? or c.due = ? and c.ticket > ?)", last.due(), last.due(), last.ticket());
        return page(viewer, day, rest, AT_ONCE);
    }

    private List<LateCase> page(Viewer viewer, LocalDate day, Sight sight, int limit) {
        String query =
                "select c.ticket, c.category, c.unit, c.unit_name, c.state, c.step, c.due from complaint c where "
                        + sight.sql() + " order by c.due, c.ticket limit ?";
        List<LateCase> unexplained = sql.rows(query, row -> read(row, day), sight.with(limit));
        Map<TicketNumber, Why> whys = reasons.of(
                viewer,
                unexplained.stream().map(one -> new TicketNumber(one.ticket())).toList());
        return unexplained.stream()
                .map(one -> one.because(whys.getOrDefault(new TicketNumber(one.ticket()), Why.UNEXPLAINED)))
                .toList();
    }

    private LateCase read(Sql.Row row, LocalDate day) throws SQLException {
        LocalDate due = row.columns().getObject("due", LocalDate.class);
        return new LateCase(
                row.text("ticket"),
                categoryName(row.text("category")),
                Optional.ofNullable(row.text("unit_name")).orElse(row.text("unit")),
                ComplaintStatus.State.valueOf(row.text("state")),
                Optional.ofNullable(row.text("step")).map(CaseClock.Step::valueOf),
                due,
                calendars.of(row.text("unit")).workingDaysBetween(due, day),
                Why.UNEXPLAINED);
    }

    String categoryName(String code) {
        return categories.byCode(code).map(Category::name).orElse(code);
    }
}
