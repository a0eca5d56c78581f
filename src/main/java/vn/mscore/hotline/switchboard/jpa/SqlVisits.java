package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.Switchboard;

/** Visits to the operators' queue in {@code switchboard_visit}. Needs a transaction. */
@Singleton
public class SqlVisits {
    private static final int MOST = 200;

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Ids ids;

    /** Seals numbers with {@code cipher}. */
    @Inject
    public SqlVisits(Sql sql, PersonalDataCipher cipher, Ids ids) {
        this.sql = sql;
        this.cipher = cipher;
        this.ids = ids;
    }

    /** How far a visit has come. */
    public enum State {
        /** On the way into the queue. */
        WELCOMED,
        /** In the queue. */
        WAITING,
        /** With an operator. */
        TALKING,
        /** Was with an operator. */
        SERVED,
        /** Left the queue without an operator; the call may go on. */
        LEFT,
        /** Hung up while waiting. */
        ABANDONED,
        /** Never came into the queue. */
        GONE
    }

    /** A visit. {@code id} is also its place. */
    public record Kept(
            long id,
            String callId,
            Optional<PhoneNumber> phone,
            String topic,
            State state,
            Optional<Instant> joined,
            Optional<Instant> connected,
            Optional<String> device) {}

    /** Writes down who comes and why. */
    public void welcome(Switchboard.Visit visit, Instant at) {
        long id = ids.next();
        sql.update(
                "insert into switchboard_visit (id, call_id, phone_sealed, topic, state, welcomed_at)"
                        + " values (?, ?, ?, ?, 'WELCOMED', ?) on duplicate key update topic = values(topic),"
                        + " state = if(state = 'LEFT', 'WELCOMED', state)",
                id,
                visit.callId(),
                visit.phone().map(phone -> cipher.seal(Lane.PERSONAL, place(id), phone.e164())),
                visit.topic(),
                at);
    }

    /** The call waits; false when it did already or is over. */
    public boolean joined(String callId, Instant at) {
        sql.update(
                "insert into switchboard_visit (id, call_id, topic, state, welcomed_at) values (?, ?, 'unknown',"
                        + " 'WELCOMED', ?) on duplicate key update call_id = call_id",
                ids.next(),
                callId,
                at);
        return sql.update(
                        "update switchboard_visit set state = 'WAITING', joined_at = coalesce(joined_at, ?),"
                                + " ended_at = null where call_id = ? and state in ('WELCOMED', 'LEFT')",
                        at,
                        callId)
                > 0;
    }

    /** An operator has taken the call; false when one had before or it is over. */
    public boolean connected(String callId, Optional<String> device, Instant at) {
        return sql.update(
                        "update switchboard_visit set state = 'TALKING', device = ?, connected_at = ?, ended_at = null"
                                + " where call_id = ? and state in ('WELCOMED', 'WAITING', 'LEFT')",
                        device,
                        at,
                        callId)
                > 0;
    }

    /** The visit becomes {@code state} at {@code at}. */
    public void ends(Kept visit, State state, Instant at) {
        sql.update("update switchboard_visit set state = ?, ended_at = ? where id = ?", state, at, visit.id());
    }

    /** Nobody is called back for this visit. */
    public void hideNumber(Kept visit) {
        sql.update("update switchboard_visit set phone_sealed = null where id = ?", visit.id());
    }

    /**
     * Forgets the number: nothing follows from the visit any more. Its row gets a new id, since a call-back has that of the
     * visit it came from: of a call that was sealed nobody may read there who it was.
     */
    public void forgetNumber(Kept visit) {
        sql.update("update switchboard_visit set phone_sealed = null, id = ? where id = ?", ids.next(), visit.id());
    }

    /** The visit of a call, locked. */
    public Optional<Kept> find(String callId) {
        return sql.first("select * from switchboard_visit where call_id = ? for update", this::kept, callId);
    }

    /** Those in {@code state}, the first to have joined first; at most 200. */
    public List<Kept> in(State state) {
        return sql.rows(
                "select * from switchboard_visit where state = ? order by joined_at, id limit " + MOST,
                this::kept,
                state);
    }

    /** How many wait, and since when the first. */
    public int waiting() {
        return sql.count("select count(*) as n from switchboard_visit where state = 'WAITING'");
    }

    /** How many others wait who joined before this call did; all of them when it never has. */
    public int ahead(String callId) {
        return sql.count(
                "select count(*) as n from switchboard_visit w left join switchboard_visit me on me.call_id = ?"
                        + " where w.state = 'WAITING' and w.call_id <> ?"
                        + " and (me.joined_at is null or (w.joined_at, w.id) < (me.joined_at, me.id))",
                callId,
                callId);
    }

    /** When the first of those who wait joined. */
    public Optional<Instant> oldest() {
        return sql.first(
                "select joined_at from switchboard_visit where state = 'WAITING' order by joined_at limit 1",
                row -> row.instant("joined_at"));
    }

    /** How long operators talked on average since {@code from}; empty when with fewer than three callers. */
    public Optional<Duration> talkSince(Instant from) {
        return sql.first(
                        "select count(*) as n, avg(timestampdiff(second, connected_at, ended_at)) as seconds"
                                + " from switchboard_visit where state = 'SERVED' and connected_at >= ?",
                        row -> row.number("n") >= 3 ? Optional.of(row.number("seconds")) : Optional.<Long>empty(),
                        from)
                .flatMap(seconds -> seconds)
                .map(Duration::ofSeconds);
    }

    /** Visits of before {@code at} that nobody told the end of are gone; those of before {@code old} are deleted. */
    public int forget(Instant at, Instant old) {
        return sql.update(
                        "update switchboard_visit set state = 'GONE', phone_sealed = null, ended_at = ?"
                                + " where welcomed_at < ? and state in ('WELCOMED', 'WAITING', 'TALKING')",
                        at,
                        at)
                + sql.update("delete from switchboard_visit where welcomed_at < ?", old);
    }

    private Kept kept(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Kept(
                id,
                row.text("call_id"),
                Optional.ofNullable(row.bytes("phone_sealed"))
                        .map(bytes -> new PhoneNumber(cipher.open(place(id), bytes))),
                row.text("topic"),
                State.valueOf(row.text("state")),
                Optional.ofNullable(row.instant("joined_at")),
                Optional.ofNullable(row.instant("connected_at")),
                Optional.ofNullable(row.text("device")));
    }

    private static Place place(long id) {
        return new Place("switchboard_visit", "phone_sealed", id);
    }
}
