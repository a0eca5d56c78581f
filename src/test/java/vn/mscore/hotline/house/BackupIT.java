package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.launcher.backup.BackupKeys;
import vn.mscore.hotline.launcher.backup.BackupWriter;
import vn.mscore.hotline.launcher.backup.Manifest;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.privacy.SecretFiles;

/**
 * The restore drill (P23): a backup is taken by its command while citizens write to the packaged gateway and its embedded
 * database, and is restored by its command into an empty database of another server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int BEFORE = 30;
    private static final long PAUSE_MILLIS = 20;
    private static final int PAUSES = 5;
    private static final String MESSAGES = "select id from sms_message";

    private final Path home = Gateway.freshFolder("backup");
    private final Path file = home.resolve("nightly/first.backup");
    private final TestDatabase.Schema empty = TestDatabase.empty();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final TreeSet<Long> before = new TreeSet<>();
    private final TreeSet<Long> after = new TreeSet<>();
    private Air air;
    private Air otherAir;
    private Gateway gateway;
    private Gateway beside;
    private Gateway restored;
    private Thread citizens;
    private String month = "";

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(file.getParent());
        air = new Air(home.resolve("modem.jsonl"));
        otherAir = new Air(home.resolve("other-modem.jsonl"));
        gateway = paced(new Gateway(home.resolve("gateway")), air);
        gateway.start();
        beside = new Gateway(home.resolve("beside"))
                .set("hotline.var", gateway.var().toString())
                .set("hotline.number", "18008081");
        restored = paced(new Gateway(home.resolve("restored")), otherAir)
                .set("hotline.sms.unknown.resendAfter", "5")
                .set("hotline.db.url", empty.url())
                .set("hotline.db.user", empty.user())
                .set("hotline.db.password", empty.password());
        citizens = new Thread(this::write, "citizens");
        citizens.start();
    }

    private static Gateway paced(Gateway gateway, Air air) {
        return gateway.set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.pace", "50/s")
                .set("hotline.reply.global.day", "1000000");
    }

    @AfterAll
    void stop() throws InterruptedException {
        enough.set(true);
        citizens.join();
        for (Gateway one : List.of(restored, beside, gateway)) {
            one.close();
        }
        otherAir.close();
        air.close();
    }

    private void write() {
        try (Connection connection = embedded()) {
            AuditedDeeds deeds = new AuditedDeeds(connection, gateway.var());
            while (!enough.get()) {
                int number = written.getAndIncrement();
                String phone = String.format(Locale.ROOT, "+8491%07d", number);
                air.text(phone, number % 2 == 0 ? "HELP" : "PA duong hong o thon so " + number);
                for (int pause = 0; pause < PAUSES; pause++) {
                    deeds.next();
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The embedded database of the gateway that runs. */
    private Connection embedded() throws IOException, SQLException {
        String port = Files.readString(gateway.var().resolve("mariadb/port")).strip();
        String password =
                Files.readString(gateway.var().resolve("secrets/db-password")).strip();
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/hotline", "hotline", password);
    }

    private static String command(Gateway gateway, int code, String... words) throws Exception {
        gateway.launch(words);
        assertThat(gateway.exitCode()).as(gateway.output()).isEqualTo(code);
        return gateway.output();
    }

    @Test
    @Order(1)
    void aBackupIsTakenWhileCitizensWriteAndSaysWhatMustBeKeptApart() throws Exception {
        Path recording = gateway.var().resolve("recordings/ab/abcd");
        Files.createDirectories(recording.getParent());
        Files.write(recording, new byte[] {1, 2, 3});
        try (Connection connection = embedded()) {
            assertThat(Gateway.await(LIMIT, () -> Rows.count(connection, "sms_message") >= BEFORE))
                    .isTrue();
            before.addAll(Rows.numbers(connection, MESSAGES));
            month = "secrets/dedupe-" + YearMonth.now(ZoneOffset.UTC) + ".key";
            String output = command(beside, 0, "backup", file.toString());
            after.addAll(Rows.numbers(connection, MESSAGES));
            assertThat(output)
                    .contains("personal-1.key", "secret-1.key", "index-", "audit-seal", "backup-open.key")
                    .doesNotContain(Files.readString(gateway.var().resolve("secrets/backup-open.key"))
                            .strip());
        }
        assertThat(after.size()).as("citizens wrote meanwhile").isGreaterThan(before.size());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @Order(2)
    void aBackupOverwritesNothing() throws Exception {
        byte[] was = Files.readAllBytes(file);
        assertThat(command(beside, 1, "backup", file.toString())).contains("not overwritten");
        assertThat(Files.readAllBytes(file)).isEqualTo(was);
    }

    @Test
    @Order(2)
    void nothingIsRestoredUnderARunningGateway() throws Exception {
        assertThat(command(beside, 1, "restore", file.toString())).contains("stop it first");
    }

    @Test
    @Order(3)
    void withoutTheKeysNothingIsRestored() throws Exception {
        assertThat(command(restored, 1, "restore", file.toString())).contains("backup-open.key");
        assertUntouched();
    }

    @Test
    @Order(4)
    void keysOfAnotherInstallationAreRefusedByName() throws Exception {
        bringKeys();
        Path key = restored.var().resolve("secrets/personal-1.key");
        Files.copy(restored.var().resolve("secrets/secret-1.key"), key, StandardCopyOption.REPLACE_EXISTING);
        assertThat(command(restored, 1, "restore", file.toString())).contains("personal-1.key");
        assertUntouched();
        bringKeys();
    }

    private void bringKeys() throws IOException {
        Path secrets = restored.var().resolve("secrets");
        Files.createDirectories(
                secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> files = Files.list(gateway.var().resolve("secrets"))) {
            for (Path from : (Iterable<Path>) files::iterator) {
                String name = from.getFileName().toString();
                if (name.matches("(personal|secret|index)-.*\\.key|backup-open\\.key|audit-seal")) {
                    Files.copy(from, secrets.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @ParameterizedTest(name = "a backup that is {0} is refused")
    @CsvSource({
        "cut short, cut short",
        "altered, altered",
        "of a newer schema, newer version",
        "of another key, another key",
        "no backup, no backup",
        "not there, cannot be read"
    })
    @Order(5)
    void whatIsWrongWithABackupIsFoundBeforeAnythingIsTouched(String what, String told) throws Exception {
        Path wrong = home.resolve("nightly").resolve(what.replace(' ', '-'));
        byte[] right = Files.readAllBytes(file);
        switch (what) {
            case "cut short" -> Files.write(wrong, Arrays.copyOf(right, right.length - 1000));
            case "altered" -> {
                right[right.length / 2] ^= 8;
                Files.write(wrong, right);
            }
            case "of a newer schema" -> made(wrong, secret("backup-seal.key"), "9999");
            case "of another key" -> made(wrong, BackupKeys.make().sealing(), "190");
            case "no backup" -> Files.writeString(wrong, "x".repeat(1000));
            default -> assertThat(wrong).doesNotExist();
        }
        assertThat(command(restored, 1, "restore", wrong.toString())).contains(told);
        assertUntouched();
    }

    private String secret(String name) throws IOException {
        return Files.readString(gateway.var().resolve("secrets").resolve(name)).strip();
    }

    private static void made(Path path, String key, String schema) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            BackupWriter writer = new BackupWriter(out, key);
            writer.manifest(new Manifest(schema, Instant.EPOCH, Map.of()));
            writer.finish();
        }
    }

    private void assertUntouched() throws Exception {
        try (Stream<Path> files = Files.exists(restored.var()) ? Files.list(restored.var()) : Stream.<Path>empty()) {
            assertThat(files.map(path -> path.getFileName().toString())).isSubsetOf("secrets");
        }
        try (Connection connection = empty.connect()) {
            assertThat(Rows.numbers(
                            connection, "select 1 from information_schema.tables where table_schema = database()"))
                    .isEmpty();
        }
    }

    @Test
    @Order(6)
    void everyMessageCommittedBeforeTheBackupIsRestoredOnceAndOpensWithTheKeys() throws Exception {
        enough.set(true);
        citizens.join();
        String output = command(restored, 0, "restore", file.toString());
        assertThat(output).contains("restored in");
        assertThat(restored.var().resolve("secrets/backup-seal.key")).content().contains(secret("backup-seal.key"));
        assertThat(command(
                        restored,
                        0,
                        "backup",
                        home.resolve("nightly/second.backup").toString()))
                .contains("read back after");
        assertThat(restored.var().resolve("last-backup")).exists();
        try (Connection connection = empty.connect()) {
            List<Long> messages = Rows.numbers(connection, MESSAGES);
            assertThat(messages).doesNotHaveDuplicates().containsAll(before).isSubsetOf(after);
            assertThat(Rows.numbers(connection, "select count(distinct sender_index) from sms_message"))
                    .as("each citizen wrote once")
                    .containsExactly((long) messages.size());
            assertThat(Rows.count(connection, "complaint")).isGreaterThan(BEFORE / 3);
            assertThat(opened(connection)).isGreaterThan(BEFORE * 3);
        }
        assertThat(restored.var().resolve("recordings/ab/abcd")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(restored.var().resolve("restored/hotline.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("hotline.number=18008081");
    }

    /** Opens every sealed value of the tables that the messages and complaints of this test are in. */
    private int opened(Connection connection) throws SQLException {
        AesGcmCipher cipher = cipher();
        int opened = 0;
        for (String sealed : List.of(
                "sms_part.sender_sealed",
                "sms_part.raw_sealed",
                "sms_message.sender_sealed",
                "sms_message.text_sealed",
                "sms_outbox.to_sealed",
                "sms_outbox.text_sealed",
                "complaint_words.words_sealed")) {
            String[] name = sealed.split("\\.");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id, " + name[1] + " from " + name[0])) {
                while (rows.next()) {
                    assertThat(cipher.openBytes(new Place(name[0], name[1], rows.getLong(1)), rows.getBytes(2)))
                            .as(sealed)
                            .isNotEmpty();
                    opened++;
                }
            }
        }
        return opened;
    }

    private AesGcmCipher cipher() {
        SecretFiles keys = new SecretFiles(restored.var().resolve("secrets"));
        return new AesGcmCipher(new KeyRing(keys, Clock.systemUTC()));
    }

    @Test
    @Order(7)
    void theAuditTrailOfTheRestoredPlaceIsWhole() throws Exception {
        String verdict = command(restored, 0, "audit-verify");
        assertThat(verdict)
                .containsPattern(" [1-9][0-9]+ lines, [1-9][0-9]+ seals fit, whole")
                .containsPattern("case logs: [1-9][0-9]* cases that may be named, [0-9]+ seals, whole");
        empty.change("update complaint set version = version + 1 order by id limit 1");
        assertThat(command(restored, 1, "audit-verify"))
                .contains("is missing")
                .containsPattern("case logs: .* NOT whole");
        empty.change("update complaint set version = version - 1 order by id limit 1");
    }

    @Test
    @Order(8)
    void aPlaceThatIsNotEmptyIsNotRestoredInto() throws Exception {
        assertThat(command(restored, 1, "restore", file.toString())).contains("needs an empty");
    }

    @Test
    @Order(9)
    void theRestoredGatewayGoesOnWithoutSendingWhatIsStale() throws Exception {
        List<Long> rows;
        long copies;
        try (Connection connection = empty.connect();
                Statement statement = connection.createStatement()) {
            rows = Rows.numbers(
                    connection,
                    "select id from sms_outbox where state = 'SENT' and kind = 'ANSWER' order by id limit 3");
            assertThat(rows).hasSize(3);
            statement.execute("update sms_outbox set state = 'NEW', not_after = utc_timestamp(6) - interval 1 hour"
                    + " where state = 'NEW' or id = " + rows.get(0));
            copies = Rows.numbers(connection, "select copies from sms_outbox where id = " + rows.get(1))
                    .get(0);
            statement.execute("update sms_outbox set state = 'SENDING', sent_by = 'first' where id = " + rows.get(1));
            statement.execute("update sms_outbox set state = 'NEW' where id = " + rows.get(2));
        }
        restored.start();
        try (Connection connection = empty.connect()) {
            assertThat(Gateway.await(
                            LIMIT, () -> Rows.states(connection, rows).equals(List.of("EXPIRED", "SENT", "SENT"))))
                    .as("stale, in hand, worth sending: " + Rows.states(connection, rows))
                    .isTrue();
            assertThat(Rows.numbers(connection, "select copies from sms_outbox where id = " + rows.get(1)))
                    .as("in hand: one copy that may have gone out, and another")
                    .containsExactly(copies + 2);
            // What was on its way when the backup was taken is read now, and answered.
            assertThat(Gateway.await(LIMIT, () -> Rows.count(connection, "sms_outbox where state = 'NEW'") == 0))
                    .as("nothing waits")
                    .isTrue();
        }
        assertThat(otherAir.received(citizenOf(rows.get(2)), 1, LIMIT)).hasSize(1);
        assertThat(otherAir.answers(citizenOf(rows.get(0)))).as("stale").isZero();
        assertThat(otherAir.received(citizenOf(rows.get(1)), 1, LIMIT))
                .as("in hand")
                .hasSize(1);
        assertThat(restored.var().resolve(month))
                .hasSameTextualContentAs(gateway.var().resolve(month));
        otherAir.text("+84987654321", "HELP");
        assertThat(otherAir.received("+84987654321", 1, LIMIT)).hasSize(1);
    }

    private String citizenOf(long id) throws SQLException {
        try (Connection connection = empty.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_sealed from sms_outbox where id = " + id)) {
            row.next();
            return cipher().open(new Place("sms_outbox", "to_sealed", id), row.getBytes(1));
        }
    }
}
