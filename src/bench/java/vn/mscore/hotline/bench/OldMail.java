package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Mail of the past in the embedded database of a running gateway: every message with its delivery, its answer and the part the
 * network took, from 50,000 numbers. Nothing of it waits; sealed columns hold octets of the usual length that nobody opens.
 */
final class OldMail {
    private static final int NUMBERS = 50_000;
    private static final String SENDER = "unhex(sha2(seq % " + NUMBERS + ", 256))";
    private static final String WHEN = "utc_timestamp() - interval 2 day - interval seq * 20 second";
    private static final List<String> TABLES = List.of(
            "insert into sms_part (id, message_id, line, sender_index, sender_sealed, kind, text_sealed, text_digest, raw_sealed,"
                    + " dedupe_key, received_at) select seq, seq, 'bench', " + SENDER + ", repeat('x', 60), 'TEXT',"
                    + " repeat('x', 90), unhex(sha2(concat('t', seq), 256)), repeat('x', 120),"
                    + " unhex(sha2(concat('d', seq), 256)), " + WHEN,
            "insert into sms_message (id, line, sender_index, sender_sealed, text_sealed, text_digest, auto_reply, flood,"
                    + " received_at, state, done_at) select seq, 'bench', " + SENDER + ", repeat('x', 60), repeat('x', 90),"
                    + " unhex(sha2(concat('t', seq), 256)), false, false, " + WHEN + ", 'DONE', " + WHEN,
            "insert into sms_outbox (id, kind, priority, state, line, to_index, to_sealed, text_sealed, text_digest, reply,"
                    + " answers_id, created_at, not_before, not_after, attempts, copies, sent_by, sending_at, sent_at, parts)"
                    + " select seq, 'ANSWER', 0, 'SENT', 'bench', " + SENDER + ", repeat('x', 60), repeat('x', 220),"
                    + " unhex(sha2(concat('o', seq), 256)), true, seq, " + WHEN + ", " + WHEN + ", " + WHEN
                    + ", 1, 1, 'bench', " + WHEN + ", " + WHEN + ", 1",
            "insert into sms_outbox_part (outbox_id, copy, number, line, reference, sent_at) select seq, 1, 1, 'bench',"
                    + " concat('old', seq), " + WHEN);

    private OldMail() {}

    /** Writes so many messages below {@code var}. */
    static void write(Path var, int messages) throws IOException, SQLException {
        String url = "jdbc:mariadb://127.0.0.1:"
                + Files.readString(var.resolve("mariadb/port")).strip() + "/hotline";
        String password = Files.readString(var.resolve("secrets/db-password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "hotline", password);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                for (int from = 1; from <= messages; from += NUMBERS) {
                    int to = Math.min(messages, from + NUMBERS - 1);
                    statement.execute(table + " from seq_" + from + "_to_" + to);
                }
            }
        }
    }
}
