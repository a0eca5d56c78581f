package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.inject.Vetoed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** What went to numbers lately, asked for one answer or for several at once. */
@Vetoed
final class SentLately {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final List<String> TABLES = List.of("sms_outbox", "sms_message");

    private static final String HISTORY = "select w.message,"
            + " (select count(*) from sms_outbox where to_index = w.number and created_at > ? and reply) as day,"
            + " (select count(*) from sms_outbox where to_index = w.number and created_at > ? and reply) as recent,"
            + " exists (select 1 from sms_outbox o where o.to_index = w.number and o.created_at > ?"
            + "   and o.text_digest = m.text_digest) as echo,"
            + " m.auto_reply and exists (select 1 from sms_outbox o join sms_message a on a.id = o.answers_id"
            + "   where o.to_index = w.number and o.created_at > ? and a.auto_reply) as enough, m.secret from (";
    private static final String WANTED = "select ? as message, ? as number";
    private static final String MESSAGE = ") w left join sms_message m on m.id = w.message";

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
        return message.flatMap(id -> sql.foreseen(new Answered(id), History.class))
                .orElseGet(() -> sql.first(asking(1), History::read, parameters(now, message.orElse(null), to))
                        .orElseThrow());
    }

    /** Reads what the answers to messages, by their ids, to numbers with these indices will ask for. */
    void foresee(Map<Long, byte[]> answers, Instant now) {
        if (answers.isEmpty()) {
            return;
        }
        Object[] wanted = answers.entrySet().stream()
                .flatMap(answer -> Stream.of(answer.getKey(), answer.getValue()))
                .toArray();
        sql.rows(
                        asking(answers.size()),
                        row -> Map.entry(new Answered(row.number("message")), History.read(row)),
                        parameters(now, wanted))
                .forEach(known -> sql.foresee(TABLES, known.getKey(), known.getValue()));
    }

    private static String asking(int answers) {
        return HISTORY + String.join(" union all ", Collections.nCopies(answers, WANTED)) + MESSAGE;
    }

    private static Object[] parameters(Instant now, Object... wanted) {
        Instant day = now.minus(DAY);
        return Stream.concat(Stream.of(day, now.minus(RECENT), day, day), Arrays.stream(wanted))
                .toArray();
    }
}
