package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.SmsServices;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.SmsLines;

/** Row P24: the tables of an earlier version, with texts that wait to be read and to be sent, under this version's program. */
@Timeout(180)
class UpgradeIT {
    private static final String EARLIER = "150";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";
    private static final String OUTBOX = "insert into sms_outbox (id, kind, priority, state, to_index, to_sealed,"
            + " text_sealed, text_digest, reply, created_at, not_before, not_after, sent_by, sending_at) values"
            + " (?, 'NOTICE', 1, ?, ?, ?, ?, ?, false, utc_timestamp(6), utc_timestamp(6) - interval 1 minute,"
            + " utc_timestamp(6) + interval ? hour, ?, utc_timestamp(6) - interval 1 minute)";
    private static final String INBOX = "insert into sms_message (id, line, sender_index, sender_sealed, text_sealed,"
            + " text_digest, auto_reply, flood, received_at, state)"
            + " values (?, 'm1', ?, ?, ?, ?, false, false, utc_timestamp(6), 'NEW')";

    @TempDir
    private Path var;

    private final TestDatabase.Schema schema = TestDatabase.empty();

    private void waiting(PersonalDataCipher cipher) throws SQLException {
        outgoing(cipher, 1, "NEW", "mot tin dang cho");
        outgoing(cipher, 2, "SENDING", "mot tin dang gui");
        outgoing(cipher, -1, "NEW", "mot tin da cu");
        try (Connection connection = schema.connect();
                PreparedStatement turn = connection.prepareStatement("insert into sms_turn values (?)");
                PreparedStatement row = connection.prepareStatement(INBOX)) {
            turn.setBytes(1, new byte[32]);
            turn.executeUpdate();
            row.setLong(1, 9);
            row.setBytes(2, new byte[32]);
            row.setBytes(3, cipher.seal(Lane.PERSONAL, new Place("sms_message", "sender_sealed", 9), LAN));
            row.setBytes(4, cipher.seal(Lane.PERSONAL, new Place("sms_message", "text_sealed", 9), "HELP"));
            row.setBytes(5, new byte[32]);
            row.executeUpdate();
        }
    }

    /** {@code hours} is also its id: how long it is still worth sending. */
    private void outgoing(PersonalDataCipher cipher, int hours, String state, String text) throws SQLException {
        long id = 100 + hours;
        try (Connection connection = schema.connect();
                PreparedStatement row = connection.prepareStatement(OUTBOX)) {
            row.setLong(1, id);
            row.setString(2, state);
            row.setBytes(3, new byte[32]);
            row.setBytes(4, cipher.seal(Lane.PERSONAL, new Place("sms_outbox", "to_sealed", id), MINH));
            row.setBytes(5, cipher.seal(Lane.PERSONAL, new Place("sms_outbox", "text_sealed", id), text));
            row.setBytes(6, new byte[32]);
            row.setInt(7, hours);
            row.setString(8, state.equals("SENDING") ? "m1" : null);
            row.executeUpdate();
        }
    }

    private String state(String table, long id) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select state from " + table + " where id = " + id)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWaitedInTheTablesOfAnEarlierVersionIsReadAnsweredAndSentOnce() throws Exception {
        schema.migrate(EARLIER);
        Clock clock = Clock.systemUTC();
        waiting(new AesGcmCipher(new KeyRing(new SecretFiles(var.resolve("secrets")), clock)));
        schema.migrate("latest");
        Map<String, String> settings = Map.of("hotline.var", var.toString(), "hotline.sms.modem.m1.pace", "1000/s");
        ScriptedLine line = new ScriptedLine("m1");
        try (House house = House.reopenWith(clock, settings, schema, SmsServices.class)) {
            house.get(SmsLines.class).add(line);
            house.tx(() -> {
                house.tell(new LineTaken("m1"));
                return true;
            });
            SmsServices services = house.get(SmsServices.class);
            services.start();
            try {
                assertThat(Gateway.await(LIMIT, () -> line.sent.size() == 2))
                        .as("sent %s, the message is %s", line.texts(), state("sms_message", 9))
                        .isTrue();
                assertThat(Gateway.await(LIMIT, () -> state("sms_outbox", 101).equals("SENT")))
                        .isTrue();
            } finally {
                services.stop();
            }
            house.get(OutboxCare.class).run();
        }
        assertThat(line.texts()).contains("mot tin dang cho").doesNotContain("mot tin dang gui", "mot tin da cu");
        assertThat(line.sent.stream().map(sms -> sms.to().e164())).containsExactlyInAnyOrder(MINH, LAN);
        assertThat(state("sms_message", 9)).isEqualTo("DONE");
        assertThat(state("sms_outbox", 102))
                .as("in hand at the end of the earlier version")
                .isEqualTo("UNKNOWN");
        assertThat(state("sms_outbox", 99)).as("too old to be sent").isEqualTo("EXPIRED");
    }
}
