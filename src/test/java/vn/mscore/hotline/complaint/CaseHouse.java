package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.CaseChains;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** A house with complaints in it, and short ways to do what tests of complaints do. */
final class CaseHouse implements AutoCloseable {
    private final MovingClock clock;
    private final House house;

    private CaseHouse(MovingClock clock) {
        this(clock, House.open(clock, Map.of()));
    }

    private CaseHouse(MovingClock clock, House house) {
        this.clock = clock;
        this.house = house;
    }

    /** As in production, where each statement sees what was committed before it; with doubles in the place of some beans. */
    static CaseHouse readCommitted(String local, Class<?>... doubles) {
        MovingClock clock = MovingClock.atVietnam(local);
        TestDatabase.Schema fresh = TestDatabase.fresh();
        TestDatabase.Schema schema = new TestDatabase.Schema(
                fresh.name(),
                fresh.url() + "?sessionVariables=transaction_isolation='READ-COMMITTED'",
                fresh.user(),
                fresh.password());
        return new CaseHouse(clock, House.reopenWith(clock, Map.of(), schema, doubles));
    }

    /** Somebody of the offices. */
    static Viewer viewer(String login, Role role, Optional<UnitCode> unit) {
        return new Viewer(login.hashCode(), login, login, role, unit, false);
    }

    /** A grip on the case as it is now. */
    Grip grip(Viewer viewer, TicketNumber ticket) {
        return new Grip(viewer, ticket, version(ticket));
    }

    int version(TicketNumber ticket) {
        return tx(Complaints.class, all -> all.find(ticket).orElseThrow().version());
    }

    ComplaintStatus.State state(TicketNumber ticket) {
        return tx(Complaints.class, all -> all.find(ticket).orElseThrow().state());
    }

    /** Runs a job by its name. */
    int run(String job) {
        for (Job each : CDI.current().select(Job.class)) {
            if (each.name().equals(job)) {
                return each.run();
            }
        }
        throw new IllegalArgumentException(job);
    }

    /** What the auditor is told about the logs of all cases. */
    CaseChains.Verdict logs() {
        return house.get(CaseLogCheck.class)
                .verify(viewer("auditor", Role.AUDITOR, Optional.empty()))
                .orElseThrow();
    }

    void sql(String update) {
        house.tx(() -> house.get(Sql.class).update(update));
    }

    static CaseHouse atVietnam(String local) {
        return new CaseHouse(MovingClock.atVietnam(local));
    }

    static Instant vietnam(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    /** The bean of a room, by its face. */
    <T> T get(Class<T> face) {
        return house.get(face);
    }

    /** What a decision came to: the code of its refusal, else {@code done}. */
    static String code(Decision decision) {
        return decision.refusal().map(Reason::code).orElse("done");
    }

    /** Asserts that nothing was refused. */
    static void done(Decision decision) {
        assertThat(decision.refusal()).isEmpty();
    }

    MovingClock clock() {
        return clock;
    }

    House house() {
        return house;
    }

    <T> List<T> facts(Class<T> kind) {
        return house.get(FactLog.class).of(kind);
    }

    /** An office since July 2025. */
    void unit(UnitCode code, Optional<UnitCode> parent) {
        unit("OFFICE", code, parent);
    }

    void unit(String kind, UnitCode code, Optional<UnitCode> parent) {
        String above = parent.map(unit -> ", \"parent\": \"" + unit + "\"").orElse("");
        String json = "{\"name\": \"UBND " + code + "\", \"shortName\": \"UBND " + code + "\", \"kind\": \"" + kind
                + "\", \"validFrom\": \"2025-07-01\"" + above + "}";
        List<RowFault> faults = house.get(UnitRegister.class).put(code.value(), json.getBytes(StandardCharsets.UTF_8));
        assertThat(faults).isEmpty();
    }

    Registered register(PhoneNumber phone, ComplaintKind kind, String text) {
        return register(Optional.of(phone), kind, text, false);
    }

    Registered flood(PhoneNumber phone, String text) {
        return register(Optional.of(phone), ComplaintKind.FEEDBACK, text, true);
    }

    Registered register(Optional<PhoneNumber> phone, ComplaintKind kind, String text, boolean coalesce) {
        return tx(
                RegisterComplaint.class,
                r -> r.register(new NewComplaint(kind, phone, text, Optional.empty(), "sms:1:modem", coalesce)));
    }

    TicketNumber feedback(PhoneNumber phone, String text) {
        return register(phone, ComplaintKind.FEEDBACK, text).ticket();
    }

    Optional<ComplaintStatus.View> status(TicketNumber ticket, PhoneNumber phone) {
        return tx(ComplaintStatus.class, status -> status.of(ticket, phone));
    }

    List<ComplaintFeed.Item> feed() {
        return tx(ComplaintFeed.class, feed -> feed.after(FeedCursor.START, 200))
                .items();
    }

    LocalDate workingDays(int days) {
        var calendar = house.get(WorkCalendars.class).national();
        return calendar.plusWorkingDays(calendar.dayOf(clock.instant()), days);
    }

    <T, R> R tx(Class<T> face, Function<T, R> work) {
        return house.ask(face, work);
    }

    long count(String from) {
        return house.tx(() -> house.get(Sql.class)
                .first("select count(*) as n from " + from, row -> row.number("n"))
                .orElseThrow());
    }

    @Override
    public void close() {
        house.close();
    }
}
