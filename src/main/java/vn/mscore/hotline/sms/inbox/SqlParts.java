package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;

/** The tables of single deliveries: parts, quarantine, missed calls; and the turns of senders. */
@Singleton
class SqlParts {
    private static final String PARTS = "sms_part";
    private static final String TURN = "insert ignore into sms_turn (sender_index) values ";
    private static final String SENDER = "(?)";
    private static final String INSERT =
            "insert into sms_part (id, message_id, line, sender_index, sender_sealed, kind, text_sealed, text_digest,"
                    + " raw_sealed, dedupe_key, reference, bits, total, number, flaw, sent_at, raw_timestamp, received_at)"
                    + " values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final Ids ids;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    @Inject
    SqlParts(Sql sql, Ids ids, PersonalDataCipher cipher, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Makes sure that all {@code senders} have a row to be locked. */
    void ensureTurns(Collection<byte[]> senders) {
        sql.insertAll(
                TURN,
                SENDER,
                senders.stream().map(sender -> new Object[] {sender}).toList());
    }

    /** Makes sure that {@code sender} has a row to be locked. */
    void ensureTurn(byte[] sender) {
        sql.update(TURN + SENDER, sender);
    }

    /** Waits for the sender's turn and holds it until the end of the transaction. */
    void takeTurn(byte[] sender) {
        sql.exists("select 1 from sms_turn where sender_index = ? for update", sender);
    }

    /** Takes the turns of those of {@code senders} whose turn nobody else holds. */
    Set<ByteBuffer> tryTurns(List<byte[]> senders) {
        String marks = Sql.marks(senders.size());
        return Set.copyOf(sql.rows(
                "select sender_index from sms_turn where sender_index in (" + marks + ") for update skip locked",
                row -> ByteBuffer.wrap(row.bytes("sender_index")),
                senders.toArray()));
    }

    /** Whether the same delivery was stored under last month's key, or minutes ago in the hour before. */
    boolean wasThereBefore(Arrival arrival) {
        return arrival.dedupeKeys().size() > 1
                        && sql.exists(
                                "select 1 from sms_part where dedupe_key = ?",
                                arrival.dedupeKeys().get(1))
                || !inFormerHour(List.of(arrival)).isEmpty();
    }

    /** The keys of {@code arrivals} in the hour before under which a delivery was stored in the last minutes. */
    Set<ByteBuffer> inFormerHour(List<Arrival> arrivals) {
        List<Object> parameters = new ArrayList<>();
        arrivals.forEach(arrival -> parameters.addAll(arrival.formerHour()));
        if (parameters.isEmpty()) {
            return Set.of();
        }
        String marks = Sql.marks(parameters.size());
        parameters.add(arrivals.get(0).at().minus(Arrival.TURN));
        return Set.copyOf(sql.rows(
                "select dedupe_key from sms_part where dedupe_key in (" + marks + ") and received_at > ?",
                row -> ByteBuffer.wrap(row.bytes("dedupe_key")),
                parameters.toArray()));
    }

    /** Those of {@code keys} under which a delivery is stored already. */
    Set<ByteBuffer> known(List<byte[]> keys) {
        String marks = Sql.marks(keys.size());
        return Set.copyOf(sql.rows(
                "select dedupe_key from sms_part where dedupe_key in (" + marks + ")",
                row -> ByteBuffer.wrap(row.bytes("dedupe_key")),
                keys.toArray()));
    }

    /** Stores a delivery; false when it is there already. {@code message} is null for what no person will read. */
    boolean insert(Arrival arrival, Long message, byte[] digest) {
        return sql.insertNew(INSERT + ROW, row(arrival, message, digest))
                || refused(PARTS, arrival.dedupeKeys().get(0));
    }

    // Two nodes may draw the same id in the same millisecond: that is no repetition, and the words are not there yet.
    private boolean refused(String table, byte[] dedupeKey) {
        if (!sql.exists("select 1 from " + table + " where dedupe_key = ?", dedupeKey)) {
            throw new IllegalStateException("an id of " + table + " was taken twice, to be stored again");
        }
        return false;
    }

    /** Stores deliveries of whole messages that are not there yet, by the id of the message each makes. */
    void insertAll(Map<Long, Arrival> arrivals) {
        List<Object[]> rows = new ArrayList<>();
        arrivals.forEach((message, arrival) -> rows.add(row(arrival, message, null)));
        sql.insertAll(INSERT, ROW, rows);
    }

    private Object[] row(Arrival arrival, Long message, byte[] digest) {
        ReceivedPart part = arrival.part();
        long id = ids.next();
        Optional<Concat> concat = part.concat();
        byte[] text = digest == null
                ? null
                : cipher.sealBytes(Lane.PERSONAL, new Place(PARTS, "text_sealed", id), utf16(part.text()));
        return new Object[] {
            id,
            message,
            part.line(),
            arrival.sender().index(),
            cipher.seal(
                    Lane.PERSONAL,
                    new Place(PARTS, "sender_sealed", id),
                    arrival.sender().text()),
            part.kind(),
            text,
            digest,
            cipher.sealBytes(Lane.PERSONAL, new Place(PARTS, "raw_sealed", id), part.raw()),
            arrival.dedupeKeys().get(0),
            concat.map(Concat::reference),
            concat.map(Concat::bits),
            concat.map(Concat::total),
            concat.map(Concat::number),
            arrival.flaw(),
            part.sentAt().filter(SqlParts::isStorable),
            cut(part.rawTimestamp(), 50),
            arrival.at()
        };
    }

    /** The text of a stored part, half surrogates included. */
    String text(long id, byte[] sealed) {
        byte[] bytes = cipher.openBytes(new Place(PARTS, "text_sealed", id), sealed);
        return ByteBuffer.wrap(bytes).asCharBuffer().toString();
    }

    boolean quarantine(String line, String why, byte[] raw, byte[] dedupeKey) {
        long id = ids.next();
        // One that was dealt with does not stand for the next; a node of an earlier version has left it its key.
        sql.update(
                "update sms_quarantine set dedupe_key = null where dedupe_key = ? and settled_at is not null",
                dedupeKey);
        boolean first = sql.insertNew(
                "insert into sms_quarantine (id, line, why, raw_sealed, dedupe_key, received_at) values (?, ?, ?, ?, ?, ?)",
                id,
                line,
                cut(why, 255),
                cipher.sealBytes(Lane.PERSONAL, new Place("sms_quarantine", "raw_sealed", id), raw),
                dedupeKey,
                clock.instant());
        return first || refused("sms_quarantine", dedupeKey);
    }

    void missedCall(String line, Optional<Correspondent> caller, Instant at) {
        long id = ids.next();
        sql.update(
                "insert into sms_missed_call (id, line, caller_index, caller_sealed, rang_at) values (?, ?, ?, ?, ?)",
                id,
                line,
                caller.map(Correspondent::index),
                caller.map(
                        c -> cipher.seal(Lane.PERSONAL, new Place("sms_missed_call", "caller_sealed", id), c.text())),
                at);
    }

    /** A time stamp that the database can hold; the raw one is kept beside it anyway. */
    static boolean isStorable(Instant time) {
        return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    // A part may end inside a surrogate pair, which UTF-8 cannot hold.
    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
