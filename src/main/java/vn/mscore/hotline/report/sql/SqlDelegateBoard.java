package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.CellRule;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.unit.Units;

/** The delegate's digest out of cases that are classified, routed and not sealed. */
@Singleton
public class SqlDelegateBoard implements DelegateBoard {
    private static final int REPORT_DAYS = 7;
    private static final int TELL_DAYS = 5;
    private static final String COUNTS = "count(*) as received, sum(c.answered_on is not null) as answered," + " sum("
            + SqlLateCases.LATE + ") as overdue from complaint c where ";
    private static final String DUE_FIRST = " order by c.due, c.ticket";
    private static final String SENT =
            "c.state in ('DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI', 'DA_TRA_LOI') and c.routed_on is not null and c.answered_on is ";
    private static final String TRANSFERS = "select c.ticket, c.category, c.unit, c.unit_name, c.routed_on, c.due,"
            + " c.due_stands, c.answered_on from complaint c where ";

    private final InTransaction transaction;
    private final Sql sql;
    private final Sights sights;
    private final SqlLateCases cases;
    private final Categories categories;
    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;

    /** Reads as of {@code clock}. */
    @Inject
    public SqlDelegateBoard(
            InTransaction transaction,
            Sql sql,
            Sights sights,
            SqlLateCases cases,
            Categories categories,
            Units units,
            WorkCalendars calendars,
            Clock clock) {
        this.transaction = transaction;
        this.sql = sql;
        this.sights = sights;
        this.cases = cases;
        this.categories = categories;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Optional<Digest> of(Viewer viewer, Wanted wanted) {
        boolean his = viewer.is(Role.DELEGATE) && viewer.unit().isPresent();
        return his ? Optional.of(transaction.call(() -> digest(viewer, wanted))) : Optional.empty();
    }

    @Override
    public List<String> committees() {
        return categories.all().stream()
                .flatMap(category -> category.committees().stream())
                .distinct()
                .toList();
    }

    private Sight followed(Viewer viewer, String committee) {
        Sight all = sights.open(viewer);
        List<String> codes = categories.all().stream()
                .filter(category -> category.isFollowedBy(committee))
                .map(Category::code)
                .toList();
        return committee.isEmpty() ? all : all.andIn("c.category", codes);
    }

    private Digest digest(Viewer viewer, Wanted wanted) {
        LocalDate yesterday = today().minusDays(1);
        LocalDate until = wanted.to().isAfter(yesterday) ? yesterday : wanted.to();
        Sight followed = followed(viewer, wanted.committee());
        List<Transfer> open = page(followed.and(SENT + "null"), wanted.page());
        List<Transfer> answered = page(followed.and(SENT + "not null"), wanted.page());
        Sight sight = followed.and("c.registered_on between ? and ?", wanted.from(), until);
        return new Digest(
                wanted.from(),
                until,
                viewer.unit().map(unit -> units.name(unit).full()).orElse(""),
                lines("c.category", sight),
                lines("c.unit_name", sight),
                lines("concat(c.category, '|', c.unit_name)", sight).stream()
                        .filter(line -> line.received() > 0)
                        .toList(),
                Stream.of(open, answered)
                        .flatMap(part -> part.stream().limit(LISTED))
                        .toList(),
                new Part(wanted.page(), Math.max(open.size(), answered.size()) > LISTED),
                questions(viewer));
    }

    private LocalDate today() {
        return calendars.national().dayOf(clock.instant());
    }

    private List<Line> lines(String by, Sight sight) {
        String query = "select " + by + " as name, " + COUNTS + sight.sql() + " group by " + by
                + " order by received desc, name";
        List<Object> parameters = new ArrayList<>(List.of(today()));
        parameters.addAll(sight.parameters());
        return sql.rows(query, this::line, parameters.toArray());
    }

    /** One more than a page has: then there is another. */
    private List<Transfer> page(Sight sent, int page) {
        return sql.rows(
                TRANSFERS + sent.sql() + DUE_FIRST + " limit ? offset ?",
                this::transfer,
                sent.with(LISTED + 1, (page - 1) * LISTED));
    }

    private List<Transfer> questions(Viewer viewer) {
        Sight put = sights.open(viewer)
                .and(
                        "c.routed_on is not null and exists (select 1 from complaint_question q"
                                + " where q.complaint_id = c.id and q.area = ?)",
                        viewer.unit().orElseThrow().value());
        return sql.rows(TRANSFERS + put.sql() + DUE_FIRST + " limit ?", this::transfer, put.with(LISTED));
    }

    private Line line(Sql.Row row) throws SQLException {
        String[] name = row.text("name").split("\\|", 2);
        String shown = cases.categoryName(name[0]) + (name.length == 2 ? " · " + name[1] : "");
        return new Line(
                shown,
                CellRule.told(row.number("received")),
                CellRule.told(row.number("answered")),
                CellRule.told(row.number("overdue")));
    }

    private Transfer transfer(Sql.Row row) throws SQLException {
        WorkCalendar calendar = calendars.of(row.text("unit"));
        LocalDate due = row.columns().getObject("due", LocalDate.class);
        Optional<After> after = Optional.ofNullable(row.columns().getObject("answered_on", LocalDate.class))
                .map(day -> after(calendar, day));
        return new Transfer(
                row.text("ticket"),
                cases.categoryName(row.text("category")),
                Optional.ofNullable(row.text("unit_name")).orElse(row.text("unit")),
                row.columns().getObject("routed_on", LocalDate.class),
                due,
                after.isPresent() ? 0 : calendar.workingDaysBetween(today(), due),
                row.flag("due_stands"),
                after);
    }

    private static After after(WorkCalendar calendar, LocalDate answered) {
        return new After(
                calendar.plusWorkingDays(answered, REPORT_DAYS), calendar.plusWorkingDays(answered, TELL_DAYS));
    }
}
