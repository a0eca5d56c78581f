package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.inject.Vetoed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** What went to numbers lately, asked for one answer or for several at once. */
@Vetoed
final class SentLately {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final List<String> TABLES = List.of("sms_outbox", "sms_message");

    private static final String HISTORY = "select"
            + " (select count(*) from sms_outbox where to_index = w.number and created_at > ? and reply) as day,"
            + " (select count(*) from sms_outbox where to_index = w.number and created_at > ? and reply) as recent,"
            + " exists (select 1 from sms_outbox o where o.to_index = w.number and o.created_at > ?"
            + "   and o.text_digest = m.text_digest) as echo,"
            + " m.auto_reply and exists (select 1 from sms_outbox o join sms_message a on a.id = o.answers_id"
            + "   where o.to_index = w.number and o.created_at > ? and a.auto_reply) as enough, m.secret"
            + " from (select ? as message, ? as number) w left join sms_message m on m.id = w.message";

    /** The same for the answers to those who wrote, in one look at what went to each. */
    private static final String HISTORIES =
            "select m.id as message, max(m.sender_index) as sender_index, max(m.secret) as secret,"
                    + " coalesce(sum(o.reply), 0) as day, coalesce(sum(o.reply and o.created_at > ?), 0) as recent,"
                    + " coalesce(max(o.text_digest = m.text_digest), 0) as echo, max(a.id is not null) as enough"
                    + " from sms_message m left join sms_outbox o on o.to_index = m.sender_index and o.created_at > ?"
                    + " left join sms_message a on m.auto_reply and a.id = o.answers_id and a.auto_reply"
                    + " where m.id in (%s) group by m.id";

    private final Sql sql;

    SentLately(Sql sql) {
        this.sql = sql;
    }

    /**
     * What went to a number lately; {@code enough} when it talks to a machine that has had its one answer, {@code secret} when
     * what is answered is of the sealed lane.
     */
    record History(int day, int recent, boolean echo, boolean enough, boolean secret) {
        static final History NONE = new History(0, 0, false, false, false);

        private static History read(Sql.Row row) throws SQLException {
            return new History(
                    (int) row.number("day"),
                    (int) row.number("recent"),
                    row.flag("echo"),
                    row.flag("enough"),
                    row.flag("secret"));
        }

        /** An answer to a message of the sealed lane stays in it. */
        Lane lane() {
            return secret ? Lane.SECRET : Lane.PERSONAL;
        }
    }

    /** The question for the history behind the answer to a message, foreseen. */
    private record Answered(long message) {}

    /** Of the number with the index {@code to}, about to be answered its {@code message}. */
    History history(byte[] to, Optional<Long> message, Instant now) {
        Instant day = now.minus(DAY);
        return message.flatMap(id -> sql.foreseen(new Answered(id), History.class))
                .orElseGet(() -> sql.first(HISTORY, History::read, day, now.minus(RECENT), day, day, message, to)
                        .orElseThrow());
    }

    /** Reads what the answers to messages, by their ids, to numbers with these indices will ask for. */
    void foresee(Map<Long, byte[]> answers, Instant now) {
        if (answers.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(List.of(now.minus(RECENT), now.minus(DAY)));
        parameters.addAll(answers.keySet());
        sql
                .rows(
                        String.format(HISTORIES, Sql.marks(answers.size())),
                        row -> new Known(row.number("message"), row.bytes("sender_index"), History.read(row)),
                        parameters.toArray())
                .stream()
                .filter(known -> Arrays.equals(known.sender(), answers.get(known.message())))
                .forEach(known -> sql.foresee(TABLES, new Answered(known.message()), known.history()));
    }

    /** What went lately to the sender of a message. */
    private record Known(long message, byte[] sender, History history) {}
}
