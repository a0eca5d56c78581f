package vn.mscore.hotline.calendar.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.calendar.CalendarChanged;
import vn.mscore.hotline.calendar.CalendarDesk;
import vn.mscore.hotline.calendar.LaidCalendars;
import vn.mscore.hotline.calendar.TableCalendars.Table;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Sql;

/** Rows in {@code calendar_row}; every node reads them at its start and each minute, as another node may have written. */
@Singleton
public class SqlCalendarDesk implements CalendarDesk, Service, Job {
    /** Before whoever counts a clock. */
    private static final int ORDER = 20;

    private static final String STANDING = "select * from calendar_row where lifted_at is null order by id";

    private final Sql sql;
    private final InTransaction transaction;
    private final LaidCalendars calendars;
    private final CsvReading csv;
    private final Ids ids;
    private final Facts facts;
    private final Clock clock;

    /** Lays rows over {@code calendars}. */
    @Inject
    public SqlCalendarDesk(
            Sql sql,
            InTransaction transaction,
            LaidCalendars calendars,
            CsvReading csv,
            Ids ids,
            Facts facts,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.calendars = calendars;
        this.csv = csv;
        this.ids = ids;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(transaction.call(this::standing));
        java.util.Collections.reverse(rows);
        return rows;
    }

    private List<Row> standing() {
        return sql.rows(STANDING, SqlCalendarDesk::read);
    }

    private static Row read(Sql.Row row) throws SQLException {
        return new Row(
                row.number("id"),
                row.text("unit"),
                LocalDate.parse(row.text("day")),
                row.text("hours"),
                row.text("why"),
                row.text("laid_by"),
                row.instant("laid_at"));
    }

    @Override
    public Preview preview(byte[] file) {
        Notice notice = new Notice(csv, file);
        List<Change> changes = notice.days().stream()
                .map(day -> new Change(day.unit(), day.day(), hours(day.unit(), day.day()), day.hours(), day.why()))
                .toList();
        return new Preview(changes, notice.faults());
    }

    @Override
    public String hours(String unit, LocalDate day) {
        return calendars.hours(unit, day);
    }

    @Override
    public Preview lay(byte[] file, String who) {
        Preview preview = preview(file);
        if (preview.faults().isEmpty()) {
            change(() -> preview.changes().forEach(change -> insert(change, who)));
        }
        return preview;
    }

    private void insert(Change change, String who) {
        sql.update(
                "insert into calendar_row (id, unit, day, hours, why, laid_by, laid_at) values (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                change.unit(),
                change.day().toString(),
                change.after(),
                change.why(),
                who,
                clock.instant());
    }

    @Override
    public boolean lift(long id, String who) {
        return transaction.call(() -> {
            int lifted = sql.update(
                    "update calendar_row set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null",
                    who,
                    clock.instant(),
                    id);
            if (lifted > 0) {
                change(() -> {});
            }
            return lifted > 0;
        });
    }

    /** The calendars know the rows before anybody counts with them; after a failure the next minute's run restores them. */
    private void change(Runnable write) {
        transaction.run(() -> {
            write.run();
            layStanding();
            facts.tell(new CalendarChanged());
        });
    }

    private void layStanding() {
        List<String> lines = new ArrayList<>(List.of("unit,day,hours,why"));
        standing()
                .forEach(row -> lines.add(String.join(",", row.unit(), row.day().toString(), row.hours(), row.why())));
        calendars.lay(new Table("laid rows", lines));
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void start() {
        transaction.run(this::layStanding);
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    @Override
    public String name() {
        return "calendar.rows";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        start();
        return 0;
    }
}
