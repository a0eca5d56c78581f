package vn.mscore.hotline.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Fills a schema with cases of the two years before now, registered through the rooms (sealed, indexed, logged), and with
 * messages by SQL. Of a hundred cases three are new, four lie with an office, one is late, the others are settled.
 */
final class CaseLoad {
    private static final int BATCH = 200;
    private static final int NUMBERS = 50_000;
    private static final Duration SPAN = Duration.ofDays(730);
    private static final List<String> WORDS = List.of(
            "sổ đỏ", "chậm trả", "đường vào bản", "lầy lội", "điện cắt", "nước sạch", "giấy khai sinh", "đền bù", "trạm y tế",
            "học phí", "cầu treo", "đi lại nhiều lần", "thái độ", "hướng dẫn không rõ", "đất rừng", "lâm sản", "hộ nghèo",
            "bảo hiểm", "rác thải", "kênh mương");
    private static final SplittableRandom RANDOM = new SplittableRandom(2026);

    private CaseLoad() {}

    /** Loads; the keys that seal are made below {@code var}. */
    static TestDatabase.Schema load(String var, int cases, int messages) throws SQLException {
        Instant now = Clock.systemUTC().instant();
        MovingClock clock = new MovingClock(now.minus(SPAN));
        try (House house = House.open(clock, Map.of("hotline.var", var))) {
            TestDatabase.Schema schema = house.schema();
            set(schema, "innodb_buffer_pool_size = 2147483648", "innodb_flush_log_at_trx_commit = 0");
            Duration step = SPAN.dividedBy(cases);
            long start = System.nanoTime();
            for (int done = 0; done < cases; done += BATCH) {
                house.tx(() -> {
                    for (int i = 0; i < BATCH; i++) {
                        house.get(RegisterComplaint.class).register(one());
                        clock.advance(step);
                    }
                    return null;
                });
                if (done % 20_000 == 0) {
                    System.out.printf("%,d cases, %,d s%n", done, (System.nanoTime() - start) / 1_000_000_000);
                }
            }
            settle(house);
            messages(house, messages);
            set(schema, "innodb_buffer_pool_size = 50331648", "innodb_flush_log_at_trx_commit = 1");
            return schema;
        }
    }

    /** The embedded database of a small machine has 48 MB; a load needs more. */
    private static void set(TestDatabase.Schema schema, String... settings) throws SQLException {
        try (Connection root = DriverManager.getConnection(schema.url(), "tests", "tests");
                Statement statement = root.createStatement()) {
            for (String setting : settings) {
                statement.execute("set global " + setting);
            }
        }
    }

    private static NewComplaint one() {
        String text = word() + " " + word() + " thôn " + RANDOM.nextInt(400) + " " + word() + " " + RANDOM.nextInt();
        PhoneNumber phone = new PhoneNumber("+84599" + String.format("%06d", RANDOM.nextInt(NUMBERS)));
        return new NewComplaint(
                ComplaintKind.FEEDBACK, Optional.of(phone), text, Optional.empty(), "sms:1:modem", false);
    }

    /** Two or three words that many cases have. */
    static String word() {
        return WORDS.get(RANDOM.nextInt(WORDS.size()));
    }

    private static void settle(House house) {
        sql(house, "update sms_outbox set state = 'SENT', sent_by = 'modem', sent_at = created_at, parts = 1");
        String stopped = "step = null, step_due = null, ";
        sql(house, "update complaint set " + stopped + "step_warn = null, classified = true, state = 'DONG' where crc32(ticket) % 100 >= 8");
        sql(house, "update complaint set " + stopped + "due = current_date + interval (crc32(ticket) % 7) day, step_warn = due - interval 2 day where crc32(ticket) % 100 < 3");
        sql(house, "update complaint set " + stopped + "classified = true, state = 'DA_CHUYEN', unit = 'KS-KT', unit_name ="
                + " 'Phòng Kinh tế', routed_on = registered_on, due = current_date + interval (crc32(ticket) % 11) day, step_warn = due - interval 2 day"
                + " where crc32(ticket) % 100 between 3 and 6");
        sql(house, "update complaint set " + stopped + "classified = true, state = 'DA_CHUYEN', unit = 'KS-KT', unit_name ="
                + " 'Phòng Kinh tế', routed_on = registered_on, due = current_date - interval 9 day where crc32(ticket) % 100 = 7");
    }

    private static void messages(House house, int messages) {
        sql(house, "insert into sms_message (id, line, sender_index, sender_sealed, text_sealed, text_digest, auto_reply,"
                + " flood, received_at, state) select seq, 'modem', unhex(sha2(seq % " + NUMBERS + ", 256)), repeat('x', 60),"
                + " repeat('x', 120), unhex(sha2(seq, 256)), false, false, utc_timestamp() - interval seq * 30 second,"
                + " 'DONE' from seq_1_to_" + messages);
    }

    private static void sql(House house, String statement) {
        house.tx(() -> house.get(Sql.class).update(statement));
    }
}
