package vn.mscore.hotline.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditChain;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.launcher.CaseLogs;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.Pdu;

/** Reads the gateway's tables behind its back and opens them with the keys in its {@code var}. */
final class BookReader {
    /** A place is table, column and key of one number; answers of surveys have places of their own and are never in a run. */
    static final String SEALED = "select concat(c.table_name, ' ', c.column_name, ' ', k.column_name)"
            + " from information_schema.columns c join information_schema.columns k"
            + " on k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_key = 'PRI'"
            + " where c.table_schema = database() and c.column_name like '%\\\\_sealed'"
            + " and k.data_type = 'bigint' and c.table_name <> 'survey_answer' order by 1";

    /** Tables and what they have in letters, by the handful of rows that a run writes or that we deliver. */
    private static final String LETTERS = "select concat(table_name, ' ', group_concat(concat('`', column_name, '`')))"
            + " from information_schema.columns where table_schema = database()"
            + " and data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext') group by table_name";

    /** Whole runs of digits only: a longer one is an id. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![0-9])[0-9]{9,11}(?![0-9])");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ .-]+(?=[0-9])");

    /** A call that somebody talks in is not heard of while it lasts. */
    private static final String DEAD_CALLS =
            "select count(*) from voice_call where (state = 'FLOW' and seen_at < utc_timestamp(6) - interval 5 minute)"
                    + " or (state = 'AWAY' and seen_at < utc_timestamp(6) - interval 725 minute)";

    private final Connection connection;
    private final PersonalDataCipher cipher;
    private final Set<String> unopened = new TreeSet<>();

    /** Where the tables are. */
    record Database(String url, String user, String password) {
        /** Those of {@code schema}. */
        static Database of(TestDatabase.Schema schema) {
            return new Database(schema.url(), schema.user(), schema.password());
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    private BookReader(Connection connection, PersonalDataCipher cipher) {
        this.connection = connection;
        this.cipher = cipher;
    }

    /** The keys in the gateway's folder. */
    static KeyRing keys(Path var) {
        return new KeyRing(new SecretFiles(var.resolve("secrets")), Clock.systemUTC());
    }

    /** Everything the checker compares. */
    static Books read(Database database, Path var) throws SQLException {
        return read(database, var, true);
    }

    /** The same, but nobody has looked what stands unsealed: for those who look every moment. */
    static Books readUnsearched(Database database, Path var) throws SQLException {
        return read(database, var, false);
    }

    private static Books read(Database database, Path var, boolean searched) throws SQLException {
        try (Connection connection = database.connect()) {
            BookReader reader = new BookReader(connection, new AesGcmCipher(keys(var)));
            List<Books.Message> messages = reader.messages();
            List<Books.Text> texts = reader.texts();
            reader.openEverything();
            return new Books(
                    messages,
                    texts,
                    reader.column("select source from complaint_words where author = 'CITIZEN'"),
                    reader.column("select ticket from complaint"),
                    spooled(var),
                    reader.count("select count(*) from sms_quarantine"),
                    List.copyOf(reader.unopened),
                    searched ? reader.readable(messages) : List.of(),
                    reader.count(DEAD_CALLS),
                    reader.auditFaults());
        }
    }

    /** The words of what waits in the spool; a file that is taken out meanwhile is in the database by then. */
    static List<String> spooled(Path var) {
        PersonalDataCipher cipher = new AesGcmCipher(keys(var));
        List<String> words = new ArrayList<>();
        Path spool = var.resolve("spool/sms");
        if (!Files.isDirectory(spool)) {
            return words;
        }
        try (Stream<Path> files = Files.list(spool)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sms")).toList()) {
                long number = Long.parseLong(file.getFileName().toString().replace(".sms", ""));
                octets(file)
                        .map(secret -> cipher.openBytes(new Place("spool_sms", "entry", number), secret))
                        .map(BookReader::message)
                        .filter(pdu -> Pdu.kind(pdu) == Pdu.Kind.DELIVER)
                        .ifPresent(
                                pdu -> words.add(DeliverPdu.decode(pdu).body().text()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    private static Optional<byte[]> octets(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Line, identity of the SIM and the message as it came, one line each. */
    private static byte[] message(byte[] entry) {
        return Pdu.octets(new String(entry, StandardCharsets.UTF_8).split("\n", 3)[2]);
    }

    private List<Books.Message> messages() throws SQLException {
        List<Books.Message> messages = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, sender_sealed, text_sealed, state, coalesce(missing, '') as missing from sms_message")) {
            while (row.next()) {
                long id = row.getLong("id");
                messages.add(new Books.Message(
                        id,
                        open(new Place("sms_message", "sender_sealed", id), row.getBytes("sender_sealed")),
                        open(new Place("sms_message", "text_sealed", id), row.getBytes("text_sealed")),
                        row.getString("state"),
                        row.getString("missing")));
            }
        }
        return messages;
    }

    private List<Books.Text> texts() throws SQLException {
        List<Books.Text> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, to_sealed, text_sealed, state, copies,"
                        + " coalesce(timestampdiff(second, sending_at, utc_timestamp(6)), 0) as age from sms_outbox")) {
            while (row.next()) {
                long id = row.getLong("id");
                texts.add(new Books.Text(
                        open(new Place("sms_outbox", "to_sealed", id), row.getBytes("to_sealed")),
                        open(new Place("sms_outbox", "text_sealed", id), row.getBytes("text_sealed")),
                        row.getString("state"),
                        row.getInt("copies"),
                        row.getLong("age")));
            }
        }
        return texts;
    }

    private List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private List<String> auditFaults() throws SQLException {
        AuditChain chain = new AuditChain(Map.of());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from audit_line order by seq")) {
            while (row.next()) {
                AuditLine line = new AuditLine(
                        row.getLong("seq"),
                        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong("account"),
                        row.getString("login"),
                        row.getString("role"),
                        row.getString("deed"),
                        row.getString("subject"),
                        row.getString("reason"));
                chain.next(line, row.getBytes("hash"));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select seq, hash from audit_head where id = 1")) {
            head.next();
            chain.end(head.getLong("seq"), head.getBytes("hash"));
        }
        List<String> faults = new ArrayList<>(chain.faults());
        faults.addAll(CaseLogs.faults(connection));
        return faults;
    }

    /** Every sealed value there is, in whatever table. */
    private void openEverything() throws SQLException {
        for (String place : column(SEALED)) {
            String[] names = place.split(" ");
            open(names[0], names[1], names[2]);
        }
    }

    private void open(String table, String column, String key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + key + ", " + column + " from " + table + " where " + column + " is not null")) {
            while (row.next()) {
                try {
                    cipher.openBytes(new Place(table, column, row.getLong(1)), row.getBytes(2));
                } catch (PersonalDataCipher.CannotOpen e) {
                    unopened.add(table + "." + column + " of " + row.getLong(1));
                }
            }
        }
    }

    /** The tables in whose letters a complaint stands, or a citizen's number, with blanks, dots and dashes or without. */
    private List<String> readable(List<Books.Message> messages) throws SQLException {
        Set<String> numbers = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Books.Message message : messages) {
            numbers.add(national(message.from().replace("+", "")));
            if (message.text().startsWith(Checker.COMPLAINT)) {
                words.add(message.text().substring(Checker.COMPLAINT.length()));
            }
        }
        Set<String> tables = new TreeSet<>();
        for (String table : column(LETTERS)) {
            String[] names = table.split(" ", 2);
            boolean found = column("select concat_ws('\n', " + names[1] + ") from " + names[0]).stream()
                    .anyMatch(letters -> words.stream().anyMatch(letters::contains)
                            || Stream.of(
                                            letters,
                                            BETWEEN_DIGITS.matcher(letters).replaceAll(""))
                                    .flatMap(text -> NUMBERS.matcher(text).results())
                                    .anyMatch(run -> numbers.contains(national(run.group()))));
            if (found) {
                tables.add(names[0]);
            }
        }
        return List.copyOf(tables);
    }

    /** Of a number of Vietnam what follows 84 or 0. */
    private static String national(String digits) {
        return digits.replaceFirst("^(84|0)(?=[0-9]{9}$)", "");
    }

    private int count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private String open(Place place, byte[] sealed) {
        try {
            return cipher.open(place, sealed);
        } catch (PersonalDataCipher.CannotOpen e) {
            unopened.add(place.table() + "." + place.column() + " of " + place.row());
            return "(not opened) " + place;
        }
    }
}
