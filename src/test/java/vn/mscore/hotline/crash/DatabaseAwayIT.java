package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.smpp.Centre;

/**
 * P7, P10: the database goes away while citizens write. Messages stay on the SIM, from 70 % on they go to the sealed spool,
 * a centre is told to come again, and everything is caught up with in a minute.
 */
@Timeout(300)
class DatabaseAwayIT {
    private static final Logger LOG = Logger.getLogger(DatabaseAwayIT.class.getName());
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final int TEMPORARY = 0x64;
    private static final int SLOTS = 50;
    private static final int WHILE_AWAY = 48;
    private static final int LEFT_ON_SIM = SLOTS * 70 / 100;

    private final Path home = Gateway.freshFolder("away");
    private final TestDatabase.Schema schema = TestDatabase.fresh();
    private Path histories;
    private TcpGate gate;
    private Air air;
    private Centre centre;
    private HistoryFile file;
    private Witness witness;
    private VictimProcess victim;
    private int written;

    @BeforeEach
    void open() throws Exception {
        histories = Files.createDirectories(home.resolve("histories"));
        String address = schema.url().replaceFirst("jdbc:mariadb://127.0.0.1:(\\d+)/.*", "$1");
        gate = new TcpGate(Integer.parseInt(address));
        air = new Air(histories.resolve("modem.jsonl"));
        centre = new Centre();
        file = new HistoryFile(histories.resolve("centre.jsonl"));
        witness = new Witness(database(), home.resolve("var"), file);
        witness.watch(air);
        TestDatabase.Schema throughTheGate = new TestDatabase.Schema(
                schema.name(),
                schema.url().replace(":" + address + "/", ":" + gate.port() + "/"),
                schema.user(),
                "test");
        victim = new VictimProcess(home, throughTheGate, settings());
        victim.start("");
        assertThat(victim.awaitReady()).isTrue();
    }

    @AfterEach
    void close() throws Exception {
        victim.close();
        witness.close();
        file.close();
        centre.close();
        air.close();
        gate.close();
    }

    private BookReader.Database database() {
        return new BookReader.Database(schema.url(), schema.user(), schema.password());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("hotline.var", home.resolve("var").toString());
        settings.put("hotline.sms.modems", "first=" + air.address());
        settings.put("hotline.sms.modem.first.pace", "50/s");
        settings.put("hotline.sms.smpp", "op=" + centre.address("?window=4"));
        settings.put("hotline.sms.smpp.op.password", "geheim");
        settings.put("hotline.sms.unknown.resendAfter", "5");
        return settings;
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostAndInAMinuteAllIsCaughtUpWith() throws Exception {
        write(5);
        assertThat(Gateway.await(A_MINUTE, () -> witness.answered() == written)).isTrue();
        gate.shut();
        write(WHILE_AWAY);
        assertThat(Gateway.await(A_MINUTE, () -> onSim() <= LEFT_ON_SIM && spooled() >= WHILE_AWAY - LEFT_ON_SIM))
                .as("%d on the SIM, %d in the spool", onSim(), spooled())
                .isTrue();
        assertThat(deliver("PA mot")).as("the centre must come again").isEqualTo(TEMPORARY);
        LOG.info(() -> "away: " + onSim() + " on the SIM, " + spooled() + " in the spool");
        long back = System.nanoTime();
        gate.open();
        assertThat(Gateway.await(A_MINUTE, () -> witness.answered() == written))
                .as("%d of %d answered", witness.answered(), written)
                .isTrue();
        LOG.info(() -> "caught up with after "
                + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms");
        assertThat(Gateway.await(A_MINUTE, () -> spooled() == 0)).isTrue();
        check(0);
    }

    @Test
    void whatWaitsInTheSpoolOutlivesTheProcess() throws Exception {
        gate.shut();
        write(WHILE_AWAY);
        assertThat(Gateway.await(A_MINUTE, () -> spooled() >= WHILE_AWAY - LEFT_ON_SIM))
                .isTrue();
        victim.kill();
        gate.open();
        victim.start("");
        assertThat(Gateway.await(A_MINUTE, () -> witness.answered() == written))
                .as("%d of %d answered", witness.answered(), written)
                .isTrue();
        assertThat(Gateway.await(A_MINUTE, () -> spooled() == 0)).isTrue();
        check(5);
    }

    private void write(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            air.text(String.format(Locale.ROOT, "+8491%07d", written), "PA duong thon " + written + " bi hu nang");
            written++;
            Thread.sleep(5);
        }
    }

    private int deliver(String words) throws Exception {
        return centre.deliver("84987654321", words);
    }

    private long onSim() {
        try {
            List<HistoryEvent> events = Histories.read(histories);
            return count(events, HistoryEvent.Kind.DELIVERED) - count(events, HistoryEvent.Kind.DELETED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(List<HistoryEvent> events, HistoryEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).count();
    }

    private long spooled() {
        try (Stream<Path> files = Files.list(home.resolve("var/spool/sms"))) {
            return files.filter(f -> f.toString().endsWith(".sms")).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was in the spool when it left the SIM was not in the database: that witness is not asked here. */
    private void check(int doubles) throws Exception {
        Thread.sleep(1000);
        victim.kill();
        List<HistoryEvent> events = Histories.read(histories).stream()
                .filter(event -> event.kind() != HistoryEvent.Kind.WITNESSED_STORED)
                .toList();
        Books books = BookReader.read(database(), home.resolve("var"));
        assertThat(books.messages()).hasSize(written);
        assertThat(Checker.check(events, books, new Checker.Terms(doubles, 2, true, true, 5)))
                .isEmpty();
        try (Stream<Path> aside = Files.list(home.resolve("var/spool/sms/quarantine"))) {
            assertThat(aside).isEmpty();
        }
    }
}
