package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallSettled.Result;

/** Orders in {@code voice_order}. Needs a transaction. */
@Singleton
class SqlCallOrders {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Ids ids;
    private final int lines;

    /** Reads {@code hotline.voice.maxcalls}, 60. */
    @Inject
    SqlCallOrders(Sql sql, PersonalDataCipher cipher, Ids ids, Settings settings) {
        this.sql = sql;
        this.cipher = cipher;
        this.ids = ids;
        this.lines = settings.number("hotline.voice.maxcalls", 60, 1, 1000);
    }

    /**
     * What is ordered.
     *
     * @param reference ours, in what the exchange tells of the call
     * @param flow what the citizen meets, or of what kind the bridge is
     * @param phone the citizen's
     * @param device the operator's telephone, rung first, of a bridge
     */
    record Order(String reference, String flow, PhoneNumber phone, Optional<String> device) {}

    /** How far an order has come. */
    record Course(String reference, boolean bridge, String state, String farEnd, int cause) {
        /** Whether the person rung first has answered. */
        boolean talking() {
            return state.equals("TALKING");
        }

        /** Whether it is known that nobody answered, and not yet why. */
        boolean failing() {
            return state.equals("FAILING");
        }

        /** The exchange's reason for a call that nobody answered, 0 when none was told. */
        int reason() {
            return failing() && !bridge && !farEnd.isEmpty() ? Integer.parseInt(farEnd) : 0;
        }
    }

    /** Writes a new order down, which expires at {@code until}. */
    void place(Order order, Instant at, Instant until) {
        long id = ids.next();
        sql.update(
                "insert into voice_order (id, reference, flow, phone_sealed, device, state, day, ordered_at, until_at)"
                        + " values (?, ?, ?, ?, ?, 'NEW', ?, ?, ?)",
                id,
                order.reference(),
                order.flow(),
                cipher.seal(Lane.PERSONAL, place(id), order.phone().e164()),
                order.device(),
                day(at),
                at,
                until);
    }

    /** How many were ordered on the day of {@code at}, but for those that nobody dialled. */
    int orderedOn(Instant at) {
        return sql.count(
                "select count(*) as n from voice_order where day = ? and not result <=> ?", day(at), Result.EXPIRED);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    /**
     * Takes the oldest new order that has not expired for dialling; empty when there is none. While all lines are taken only
     * operators are rung: a citizen would be called to hear that nobody has time.
     */
    Optional<Order> takeNew(Instant at) {
        Optional<Order> order = sql.first(
                "select * from voice_order where state = 'NEW' and until_at > ?" + dialable()
                        + " order by ordered_at, id limit 1 for update skip locked",
                this::order,
                at);
        order.ifPresent(taken -> sql.update(
                "update voice_order set state = 'DIALLING', dialled_at = ? where reference = ?",
                at,
                taken.reference()));
        return order;
    }

    /** Whether an order waits that could be dialled now. */
    boolean anyNew() {
        return sql.exists("select 1 from voice_order where state = 'NEW'" + dialable() + " limit 1");
    }

    private String dialable() {
        // What is being dialled is live only once the exchange has told of it.
        boolean full = sql.count("select (select count(*) from voice_live_call) + (select count(*) from voice_order o"
                        + " where o.state = 'DIALLING' and not exists"
                        + " (select 1 from voice_live_call c where c.call_id = o.reference)) as n")
                >= lines;
        return full ? " and device is not null" : "";
    }

    private Order order(Sql.Row row) throws SQLException {
        return new Order(row.text("reference"), row.text("flow"), phone(row), Optional.ofNullable(row.text("device")));
    }

    private PhoneNumber phone(Sql.Row row) throws SQLException {
        return new PhoneNumber(cipher.open(place(row.number("id")), row.bytes("phone_sealed")));
    }

    /** The person rung first has answered. */
    void answered(String reference) {
        sql.update(
                "update voice_order set state = 'TALKING' where reference = ? and state in ('NEW', 'DIALLING')",
                reference);
    }

    /** Nobody has answered for {@code reason}; the end of the channel tells more. */
    void failing(String reference, int reason) {
        sql.update(
                "update voice_order set state = 'FAILING', far_end = if(device is null, ?, far_end)"
                        + " where reference = ? and state = 'DIALLING'",
                Integer.toString(reason),
                reference);
    }

    /** How dialling the citizen of a bridge ended. */
    void farEnd(String reference, String status) {
        sql.update(
                "update voice_order set far_end = ? where reference = ? and device is not null and state <> 'SETTLED'",
                status,
                reference);
    }

    /** Why the channel was hung up. */
    void cause(String reference, int cause) {
        sql.update("update voice_order set cause = ? where reference = ? and state <> 'SETTLED'", cause, reference);
    }

    /** An order that is not settled yet. */
    Optional<Course> open(String reference) {
        return sql.first(
                "select * from voice_order where reference = ? and state <> 'SETTLED' for update",
                SqlCallOrders::course,
                reference);
    }

    /** Orders dialled before {@code at} and not settled. */
    List<Course> dialledBefore(Instant at) {
        return sql.rows(
                "select * from voice_order where state in ('DIALLING', 'FAILING', 'TALKING') and dialled_at < ?",
                SqlCallOrders::course,
                at);
    }

    /** Orders that nobody could dial before they expired. */
    List<Course> expired(Instant at) {
        return sql.rows("select * from voice_order where state = 'NEW' and until_at <= ?", SqlCallOrders::course, at);
    }

    private static Course course(Sql.Row row) throws SQLException {
        return new Course(
                row.text("reference"),
                row.text("device") != null,
                row.text("state"),
                Optional.ofNullable(row.text("far_end")).orElse(""),
                row.maybeNumber("cause").map(Long::intValue).orElse(0));
    }

    /**
     * Settles one, forgets the number and hands it on a last time; empty when it was settled before, or was to expire and is
     * being dialled.
     */
    Optional<PhoneNumber> settle(String reference, Result result, Instant at) {
        String still = result == Result.EXPIRED ? "state = 'NEW'" : "state <> 'SETTLED'";
        Optional<PhoneNumber> phone = sql.first(
                "select id, phone_sealed from voice_order where reference = ? and " + still + " for update",
                this::phone,
                reference);
        phone.ifPresent(forgotten -> sql.update(
                "update voice_order set state = 'SETTLED', result = ?, settled_at = ?, phone_sealed = null"
                        + " where reference = ?",
                result,
                at,
                reference));
        return phone;
    }

    /** How many are not settled. */
    int open() {
        return sql.count(
                "select count(*) as n from voice_order where state in ('NEW', 'DIALLING', 'FAILING', 'TALKING')");
    }

    private static Place place(long id) {
        return new Place("voice_order", "phone_sealed", id);
    }
}
