package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.complaint.RouteDesk;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Changes in {@code complaint_route}; every node reads them at its start and each minute. */
@Singleton
public class SqlRouteDesk implements RouteDesk, Service, Job {
    private static final String DAYS = "Số ngày làm việc: 1 đến 99 / working days: 1 to 99";
    private static final int ORDER = 20;
    private static final int LONGEST_LEAD = 300;
    private static final int MOST_DAYS = 99;
    private static final String ALL = "select * from complaint_route order by id desc limit 500";

    private final LaidCategories categories;
    private final Units units;
    private final Sql sql;
    private final InTransaction transaction;
    private final Ids ids;
    private final Clock clock;

    /** Lays changes over {@code categories}. */
    @Inject
    public SqlRouteDesk(
            LaidCategories categories, Units units, Sql sql, InTransaction transaction, Ids ids, Clock clock) {
        this.units = units;
        this.categories = categories;
        this.sql = sql;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> change(Change change, String who) {
        Optional<Reason> refusal = refusal(change);
        if (refusal.isEmpty()) {
            transaction.run(() -> insert(change, who));
            start();
        }
        return refusal;
    }

    private Optional<Reason> refusal(Change change) {
        if (categories.byCode(change.category()).isEmpty()) {
            return refused("route.category", "Không có loại này / there is no such category");
        }
        if (change.lead().isBlank() || change.lead().length() > LONGEST_LEAD) {
            return refused("route.lead", "Đơn vị chủ trì: 1 đến 300 ký tự / the lead has 1 to 300 characters");
        }
        if (change.unit().filter(unit -> !exists(unit, change.from())).isPresent()) {
            return refused("route.unit", "Chọn đơn vị trong danh sách / choose an office of the list");
        }
        if (!isDays(change.forwardDays().orElse(1))) {
            return refused("route.forward", DAYS);
        }
        if (!isDays(change.answerDays())) {
            return refused("route.answer", DAYS);
        }
        return change.from().isBefore(today())
                ? refused("route.day", "Không được trước hôm nay / must not be before today")
                : Optional.empty();
    }

    private boolean exists(UnitCode unit, LocalDate day) {
        return transaction
                .call(() -> units.find(unit))
                .filter(found -> found.existsOn(day))
                .isPresent();
    }

    private static boolean isDays(int days) {
        return days >= 1 && days <= MOST_DAYS;
    }

    private static Optional<Reason> refused(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
    }

    private void insert(Change change, String who) {
        sql.update(
                "insert into complaint_route (id, category, lead_name, lead_unit, forward_days, answer_days, valid_from,"
                        + " written_by, written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                change.category(),
                change.lead().strip(),
                change.unit().map(UnitCode::value),
                change.forwardDays().isPresent() ? change.forwardDays().getAsInt() : null,
                change.answerDays(),
                change.from(),
                who,
                clock.instant());
    }

    @Override
    public List<Written> history() {
        return transaction.call(() -> sql.rows(ALL, SqlRouteDesk::read));
    }

    private static Written read(Sql.Row row) throws SQLException {
        Optional<Long> forward = row.maybeNumber("forward_days");
        return new Written(
                new Change(
                        row.text("category"),
                        row.text("lead_name"),
                        forward.isPresent() ? OptionalInt.of(forward.get().intValue()) : OptionalInt.empty(),
                        (int) row.number("answer_days"),
                        row.columns().getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.text("lead_unit")).map(UnitCode::new)),
                row.text("written_by"),
                row.instant("written_at"));
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void start() {
        categories.lay(history().stream().map(Written::change).toList());
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    @Override
    public String name() {
        return "complaint.routes";
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
