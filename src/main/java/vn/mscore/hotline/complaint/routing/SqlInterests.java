package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** The table {@code complaint_interest}. */
@Singleton
public class SqlInterests implements Interests {
    private static final int HIGHEST = 12;
    private static final Reason UNIT =
            new Reason("complaint.unit", "không có đơn vị này / there is no office with this code");
    private static final Reason OWN = new Reason(
            "case.own-interest",
            "phiếu này liên quan đơn vị bạn đã khai có quan hệ, xin để đồng nghiệp xử lý"
                    + " / you declared a relation with this office: leave the case to a colleague");

    private static final Reason OWN_OFFICE = new Reason(
            "interest.own-office",
            "đơn vị bạn đang làm việc hoặc cấp trên thì không phải khai, việc của đơn vị bạn vẫn do bạn trả lời"
                    + " / your own office and those above it need not be declared");

    private final Sql sql;
    private final Units units;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlInterests(Sql sql, Units units, AuditTrail audit, Ids ids, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Declared> of(Viewer viewer) {
        return sql.rows(
                "select unit, case when max(until is null) = 1 then null else max(until) end as ends from complaint_interest"
                        + " where account = ? and (until is null or until > ?) group by unit order by unit",
                row -> new Declared(
                        new UnitCode(row.text("unit")),
                        row.text("ends") == null ? Optional.empty() : Optional.of(row.instant("ends"))),
                viewer.account(),
                clock.instant());
    }

    @Override
    public Optional<Reason> declare(Viewer viewer, UnitCode unit) {
        if (units.find(unit).isEmpty()) {
            return Optional.of(UNIT);
        }
        if (viewer.unit().stream().flatMap(this::upwards).anyMatch(unit::equals)) {
            return Optional.of(OWN_OFFICE);
        }
        if (!of(viewer).contains(new Declared(unit, Optional.empty()))) {
            sql.update(
                    "insert into complaint_interest (id, account, unit, since) values (?, ?, ?, ?)",
                    ids.next(),
                    viewer.account(),
                    unit.value(),
                    clock.instant());
            audit.note(viewer, "interest.declared", unit.value(), "");
        }
        return Optional.empty();
    }

    @Override
    public Optional<Reason> end(Viewer viewer, UnitCode unit) {
        Instant now = clock.instant();
        int ended = sql.update(
                "update complaint_interest set until = case when since > ? then ? else ? end"
                        + " where account = ? and unit = ? and until is null",
                now.minus(FRESH),
                now,
                now.plus(STAYS),
                viewer.account(),
                unit.value());
        if (ended == 0) {
            return Optional.of(UNIT);
        }
        audit.note(viewer, "interest.ended", unit.value(), "");
        return Optional.empty();
    }

    @Override
    public Optional<Reason> against(Viewer viewer, List<UnitCode> offices) {
        return !offices.isEmpty() && touching(viewer).test(offices) ? Optional.of(OWN) : Optional.empty();
    }

    @Override
    public Predicate<List<UnitCode>> touching(Viewer viewer) {
        Set<UnitCode> own =
                viewer.is(Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.CUSTODIAN) ? offices(viewer) : Set.of();
        return offices ->
                !own.isEmpty() && offices.stream().flatMap(this::upwards).anyMatch(own::contains);
    }

    private Set<UnitCode> offices(Viewer viewer) {
        return of(viewer).stream().map(Declared::unit).collect(Collectors.toSet());
    }

    /** The office and those above it. */
    private Stream<UnitCode> upwards(UnitCode unit) {
        return Stream.iterate(Optional.of(unit), Optional::isPresent, one -> one.flatMap(units::find)
                        .flatMap(Unit::parent))
                .limit(HIGHEST)
                .map(Optional::orElseThrow);
    }
}
