package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The gateway is killed at random moments while five citizens a second write. Every message must be stored exactly once,
 * none may leave the SIM before its commit, and an answer may be doubled at most once per kill. {@code -Dkills=200} for
 * the long run; {@code -Dkill.seed=N} repeats one.
 */
class KillIT {
    private static final Logger LOG = Logger.getLogger(KillIT.class.getName());
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final long SEED = Long.getLong("kill.seed", KILLS > 3 ? new Random().nextInt(1_000_000) : 1);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(200);
    private static final int LONGEST_WAIT_MILLIS = 4_000;
    private static final int EACH_FIFTH_DURING_START = 5;

    private final Random random = new Random(SEED);
    private final Path home = Gateway.freshFolder("kill");
    private final Path history = home.resolve("modem.jsonl");
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void everyMessageSurvivesRandomKills() throws Exception {
        LOG.info(() -> KILLS + " kills with seed " + SEED);
        try (Air air = new Air(history);
                Gateway gateway = gateway(air)) {
            gateway.start();
            Thread citizens = new Thread(() -> write(air), "citizens");
            citizens.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                killOnce(gateway, kill);
            }
            gateway.launch();
            enough.set(true);
            citizens.join();
            checkAnswers(air);
            assertThat(count("select count(*) from sms_message")).isEqualTo(written.get());
            assertThat(count("select count(distinct sender_index) from sms_message"))
                    .isEqualTo(written.get());
            assertThat(count("select count(*) from sms_message where state <> 'DONE'"))
                    .isZero();
            assertThat(count("select count(*) from sms_quarantine")).isZero();
        }
    }

    private Gateway gateway(Air air) throws IOException {
        return new Gateway(home.resolve("gateway"))
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.pace", "50/s")
                .set("hotline.sms.modem.first.dailycap", "100000")
                .set("hotline.sms.unknown.resendAfter", "5")
                .set("hotline.reply.global.day", "1000000");
    }

    private void write(Air air) {
        try {
            while (!enough.get()) {
                air.text(phone(written.getAndIncrement()), "HELP");
                Thread.sleep(BETWEEN_MESSAGES.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One message per citizen, so that a row stands for a message. */
    private static String phone(int number) {
        return String.format(Locale.ROOT, "+8491%07d", number);
    }

    private void killOnce(Gateway gateway, int kill) throws Exception {
        if (kill % EACH_FIFTH_DURING_START != 0) {
            gateway.awaitReady();
        }
        Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
        gateway.kill();
        long deleted = events("deleted");
        assertThat(count("select count(*) from sms_part"))
                .as("parts stored, at least those deleted from the SIM, at kill %d of seed %d", kill, SEED)
                .isGreaterThanOrEqualTo(deleted);
        if (kill < KILLS) {
            gateway.launch();
        }
    }

    private void checkAnswers(Air air) throws InterruptedException {
        Duration limit = Duration.ofSeconds(240 + written.get() / 5);
        assertThat(Gateway.await(limit, () -> waiting(air) == 0))
                .as("%d of %d citizens got no answer, seed %d", waiting(air), written.get(), SEED)
                .isTrue();
        int answers = IntStream.range(0, written.get())
                .map(i -> air.answers(phone(i)))
                .sum();
        LOG.info(() -> written.get() + " messages, " + answers + " answers, " + KILLS + " kills");
        assertThat(answers - written.get()).as("answers doubled").isBetween(0, KILLS);
    }

    private long waiting(Air air) {
        return IntStream.range(0, written.get())
                .filter(i -> air.answers(phone(i)) == 0)
                .count();
    }

    /** Deletions of citizens' messages; reports are deleted too but are no messages. */
    private long events(String event) throws IOException {
        try (Stream<String> lines = Files.lines(history)) {
            return lines.filter(line -> line.contains("\"event\":\"" + event + "\""))
                    .filter(line -> line.contains("\"report\":false"))
                    .count();
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = schema.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
