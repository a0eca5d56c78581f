package vn.mscore.hotline.house;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.privacy.SecretFiles;

/**
 * What a gateway's tables hold of what came in, opened with the keys in its {@code var}.
 *
 * @param messages by the line and sender they came from, in their order
 * @param machines by the line and sender they came from: parts that are no text for a person
 */
record SmsBooks(Map<String, List<Message>> messages, Map<String, Integer> machines) {
    /**
     * A message and the ticket that its words are in, if they are in one.
     *
     * @param text as it came
     * @param words as the ticket has them
     */
    record Message(long id, String text, String state, Optional<Ticket> ticket, String words) {}

    /** A ticket. */
    record Ticket(String number, boolean secret) {}

    private record Said(Ticket ticket, String words) {}

    /** Line and sender as the maps name them. */
    static String key(String line, String sender) {
        return line + " " + sender;
    }

    static SmsBooks read(TestDatabase.Schema schema, Path var) throws SQLException {
        PersonalDataCipher cipher =
                new AesGcmCipher(new KeyRing(new SecretFiles(var.resolve("secrets")), Clock.systemUTC()));
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            Map<String, Said> said = said(statement, cipher);
            return new SmsBooks(messages(statement, cipher, said), machines(statement, cipher));
        }
    }

    private static Map<String, Said> said(Statement statement, PersonalDataCipher cipher) throws SQLException {
        Map<String, Said> said = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select w.id, w.source, w.words_sealed, c.ticket, c.secret"
                + " from complaint_words w join complaint c on c.id = w.complaint_id where w.source like 'sms:%'")) {
            while (row.next()) {
                String words = cipher.open(
                        new Place("complaint_words", "words_sealed", row.getLong("id")), row.getBytes("words_sealed"));
                said.put(
                        row.getString("source").split(":")[1],
                        new Said(new Ticket(row.getString("ticket"), row.getBoolean("secret")), words));
            }
        }
        return said;
    }

    private static Map<String, List<Message>> messages(
            Statement statement, PersonalDataCipher cipher, Map<String, Said> said) throws SQLException {
        Map<String, List<Message>> messages = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select * from sms_message order by id")) {
            while (row.next()) {
                long id = row.getLong("id");
                Optional<Said> found = Optional.ofNullable(said.get(Long.toString(id)));
                Message message = new Message(
                        id,
                        cipher.open(new Place("sms_message", "text_sealed", id), row.getBytes("text_sealed")),
                        row.getString("state"),
                        found.map(Said::ticket),
                        found.map(Said::words).orElse(""));
                messages.computeIfAbsent(sender(row, cipher, "sms_message"), key -> new ArrayList<>())
                        .add(message);
            }
        }
        return messages;
    }

    private static Map<String, Integer> machines(Statement statement, PersonalDataCipher cipher) throws SQLException {
        Map<String, Integer> machines = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select * from sms_part where kind = 'MACHINE'")) {
            while (row.next()) {
                machines.merge(sender(row, cipher, "sms_part"), 1, Integer::sum);
            }
        }
        return machines;
    }

    private static String sender(ResultSet row, PersonalDataCipher cipher, String table) throws SQLException {
        Place place = new Place(table, "sender_sealed", row.getLong("id"));
        return key(row.getString("line"), cipher.open(place, row.getBytes("sender_sealed")));
    }
}
