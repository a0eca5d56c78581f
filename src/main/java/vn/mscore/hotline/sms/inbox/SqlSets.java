package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.inbox.PartMatch.Candidate;
import vn.mscore.hotline.sms.inbox.PartMatch.Piece;

/** The table of long messages: OPEN while parts are missing, then COMPLETE, PARTIAL (handed over with gaps) or REPEAT. */
@Singleton
class SqlSets {
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final String OPEN =
            "select id, set_key, sender_index, total, state, received_at from sms_set where state = 'OPEN'";

    private final Sql sql;
    private final SqlParts parts;

    @Inject
    SqlSets(Sql sql, SqlParts parts) {
        this.sql = sql;
        this.parts = parts;
    }

    /** A set's row. */
    record Set(long id, byte[] key, byte[] sender, int total, State state, Instant receivedAt) {}

    /** How far a set is. */
    enum State {
        OPEN,
        COMPLETE,
        PARTIAL,
        REPEAT
    }

    /** A set and what it has. */
    record Filled(Set set, Candidate candidate) {}

    /** A part's text in its set. */
    record Text(int number, String text, Instant sentAt, String line, byte[] senderSealed, long partId) {}

    /** Sets of the last days under any of the keys; the caller holds the sender's turn. */
    List<Filled> withKeys(List<byte[]> keys, Instant now) {
        Map<Long, Filled> found = new LinkedHashMap<>();
        sql.rows(
                "select s.id, s.set_key, s.sender_index, s.total as parts, s.state, s.received_at as begun, p.number,"
                        + " p.sent_at, p.received_at, p.text_digest from sms_set s join sms_part p on p.message_id = s.id"
                        + " where s.set_key in (?, ?) and s.received_at > ? order by s.id",
                row -> {
                    long id = row.number("id");
                    if (!found.containsKey(id)) {
                        Set set = set(row, "parts", "begun");
                        boolean handedOver = set.state() == State.PARTIAL;
                        found.put(id, new Filled(set, new Candidate(id, handedOver, new TreeMap<>())));
                    }
                    Piece piece = piece(row);
                    return found.get(id).candidate().pieces().putIfAbsent(piece.number(), piece);
                },
                keys.get(0),
                keys.get(keys.size() - 1),
                now.minus(REMEMBERED));
        return new ArrayList<>(found.values());
    }

    private static Piece piece(Sql.Row row) throws SQLException {
        return new Piece(
                (int) row.number("number"),
                row.instant("sent_at"),
                row.instant("received_at"),
                row.bytes("text_digest"));
    }

    private static Set set(Sql.Row row) throws SQLException {
        return set(row, "total", "received_at");
    }

    private static Set set(Sql.Row row, String total, String begun) throws SQLException {
        return new Set(
                row.number("id"),
                row.bytes("set_key"),
                row.bytes("sender_index"),
                (int) row.number(total),
                State.valueOf(row.text("state")),
                row.instant(begun));
    }

    void insert(Set set, Instant dueAt) {
        sql.update(
                "insert into sms_set (id, set_key, sender_index, total, state, received_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                set.id(),
                set.key(),
                set.sender(),
                set.total(),
                set.state(),
                set.receivedAt(),
                dueAt);
    }

    void close(long id, State state) {
        sql.update("update sms_set set state = ? where id = ?", state, id);
    }

    /** Gives the parts of a set to another message. */
    void layWith(long id, long message) {
        sql.update("update sms_part set message_id = ? where message_id = ?", message, id);
    }

    /** The set, if it is still open. */
    Optional<Set> open(long id) {
        return sql.first(OPEN + " and id = ?", SqlSets::set, id);
    }

    /** The texts of a set's parts, by number. */
    List<Text> texts(long id) {
        Map<Integer, Text> texts = new TreeMap<>();
        sql.rows(
                "select id, number, text_sealed, sent_at, line, sender_sealed from sms_part"
                        + " where message_id = ? and text_sealed is not null order by id",
                row -> texts.putIfAbsent(
                        (int) row.number("number"),
                        new Text(
                                (int) row.number("number"),
                                parts.text(row.number("id"), row.bytes("text_sealed")),
                                row.instant("sent_at"),
                                row.text("line"),
                                row.bytes("sender_sealed"),
                                row.number("id"))),
                id);
        return new ArrayList<>(texts.values());
    }

    /** Open sets of a sender, the oldest first. */
    List<Set> openOf(byte[] sender) {
        return sql.rows(OPEN + " and sender_index = ? order by id", SqlSets::set, sender);
    }

    /** Open sets that have waited long enough. */
    List<Set> due(Instant now, int limit) {
        return sql.rows(OPEN + " and due_at <= ? order by due_at limit " + limit, SqlSets::set, now);
    }

    /** The oldest open sets. */
    List<Set> oldestOpen(int limit) {
        return sql.rows(OPEN + " order by due_at limit " + limit, SqlSets::set);
    }

    int countOpen() {
        return sql.count("select count(*) as n from sms_set where state = 'OPEN'");
    }
}
