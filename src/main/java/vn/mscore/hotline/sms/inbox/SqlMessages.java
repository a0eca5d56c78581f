package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.TextDigest;

/** The table of whole messages. */
@Singleton
class SqlMessages {
    private static final String TABLE = "sms_message";
    private static final String INSERT =
            "insert into sms_message (id, line, sender_index, sender_sealed, text_sealed, text_digest, auto_reply,"
                    + " flood, continues_id, part, missing, sent_at, received_at, state) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NEW')";
    private static final String WAITING = "select sender_index from (select sender_index, min(id) as oldest"
            + " from sms_message where state = 'NEW' group by sender_index) s order by oldest limit 1000";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final BlindIndex blind;
    private final Clock clock;
    private final int longest;

    @Inject
    SqlMessages(Sql sql, PersonalDataCipher cipher, BlindIndex blind, Clock clock, Settings settings) {
        this.sql = sql;
        this.cipher = cipher;
        this.blind = blind;
        this.clock = clock;
        this.longest = InboxSettings.from(settings).longest();
    }

    /**
     * A message to be written.
     *
     * @param id its own, or its set's
     * @param receivedAt when its first part came
     * @param sentAt the network's time stamp, null when it is no date
     * @param missing numbers of the missing parts, null when whole
     * @param late what it is a late part of, null when it is a message of its own
     */
    record Draft(
            long id,
            String line,
            Correspondent sender,
            String text,
            boolean flood,
            Instant receivedAt,
            Instant sentAt,
            String missing,
            Late late) {}

    /** Part {@code number} of the message {@code continues}, which was handed over without it. */
    record Late(long continues, int number) {}

    /** Writes a message that is ready to be read. */
    void insert(Draft draft) {
        sql.update(INSERT + ROW, row(draft));
    }

    /** Writes several. */
    void insertAll(List<Draft> drafts) {
        sql.insertAll(INSERT, ROW, drafts.stream().map(this::row).toList());
    }

    private Object[] row(Draft draft) {
        String text = withoutHalfSurrogates(draft.text());
        return new Object[] {
            draft.id(),
            draft.line(),
            draft.sender().index(),
            cipher.seal(
                    Lane.PERSONAL,
                    new Place(TABLE, "sender_sealed", draft.id()),
                    draft.sender().text()),
            cipher.seal(Lane.PERSONAL, new Place(TABLE, "text_sealed", draft.id()), text),
            TextDigest.of(text, blind),
            AutoReply.looksLikeOne(text),
            draft.flood(),
            draft.late() == null ? null : draft.late().continues(),
            draft.late() == null ? null : draft.late().number(),
            draft.missing(),
            draft.sentAt() == null || !SqlParts.isStorable(draft.sentAt()) ? null : draft.sentAt(),
            draft.receivedAt()
        };
    }

    /** Senders with messages to be read, the longest waiting first. */
    List<byte[]> waitingSenders() {
        return sql.rows(WAITING, row -> row.bytes("sender_index"));
    }

    /** The oldest unread message of each of {@code senders}, whose turns the caller holds; none of those who have none. */
    List<Unread> oldest(Collection<byte[]> senders) {
        String marks = Sql.marks(senders.size());
        return sql.rows(
                "select m.id, o.newest, m.line, m.sender_index, m.sender_sealed, m.text_sealed, m.flood, m.continues_id,"
                        + " m.part, m.sent_at, m.received_at from (select min(id) as oldest, max(id) as newest from sms_message"
                        + " where state = 'NEW' and sender_index in (" + marks + ") group by sender_index) o"
                        + " join sms_message m on m.id = o.oldest order by m.id",
                SqlMessages::unread,
                senders.toArray());
    }

    private static Unread unread(Sql.Row row) throws SQLException {
        return new Unread(
                row.number("id"),
                row.number("id") == row.number("newest"),
                row.text("line"),
                row.bytes("sender_index"),
                row.bytes("sender_sealed"),
                row.bytes("text_sealed"),
                row.flag("flood"),
                late(row),
                Optional.ofNullable(row.instant("sent_at")),
                row.instant("received_at"));
    }

    private static Optional<Late> late(Sql.Row row) throws SQLException {
        Optional<Long> continues = row.maybeNumber("continues_id");
        Optional<Long> part = row.maybeNumber("part");
        return continues.flatMap(id -> part.map(number -> new Late(id, number.intValue())));
    }

    /** A message as its row holds it; {@code last} when its sender has no other that is unread. */
    record Unread(
            long id,
            boolean last,
            String line,
            byte[] index,
            byte[] sender,
            byte[] text,
            boolean flood,
            Optional<Late> late,
            Optional<Instant> sentAt,
            Instant receivedAt) {}

    /** Opens a message for its reader; {@code late} when it is a part that came too late. */
    IncomingSms open(Unread row, Optional<LatePart> late) {
        String sender = cipher.open(new Place(TABLE, "sender_sealed", row.id()), row.sender());
        String text = cipher.open(new Place(TABLE, "text_sealed", row.id()), row.text());
        return new IncomingSms(
                row.id(),
                row.line(),
                PhoneNumber.parse(sender),
                cut(text),
                row.sentAt(),
                row.receivedAt(),
                row.flood(),
                late);
    }

    /** Runs a reading of several messages that share statements. */
    <T> T together(Supplier<T> reading) {
        return sql.together(reading);
    }

    /** Writes what the reader of a message left to be written at the end, so that the next one sees it. */
    void settle() {
        sql.flush();
    }

    /** These messages are read. */
    void done(List<Unread> read) {
        String marks = Sql.marks(read.size());
        List<Object> parameters = new ArrayList<>(List.of(clock.instant()));
        read.forEach(message -> parameters.add(message.id()));
        sql.update(
                "update sms_message set state = 'DONE', done_at = ? where id in (" + marks + ")", parameters.toArray());
    }

    /** Puts a message that cannot be read before another one among what waits for a person. */
    void park(Unread message, String why) {
        sql.update("update sms_message set state = 'POISON', last_error = ? where id = ?", why, message.id());
    }

    /** Whether a message is hidden with its sealed ticket. */
    boolean isSecret(long id) {
        return sql.exists("select 1 from sms_message where id = ? and secret", id);
    }

    /** Notes a failed reading; tells how often this message has failed now. */
    int failed(long id, String why, int limit) {
        sql.update(
                "update sms_message set attempts = attempts + 1, last_error = ?,"
                        + " state = case when attempts >= ? then 'POISON' else state end where id = ? and state = 'NEW'",
                why.length() > 500 ? why.substring(0, 500) : why,
                limit,
                id);
        return sql.first("select attempts from sms_message where id = ?", row -> (int) row.number("attempts"), id)
                .orElse(limit);
    }

    // The reader's patterns see so much at most, whatever a line delivers; the whole stays in its row.
    String cut(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += text.charAt(i) < 0x80 ? 1 : 3;
            if (bytes > longest) {
                return text.substring(0, Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i);
            }
        }
        return text;
    }

    static String withoutHalfSurrogates(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
        return whole.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
