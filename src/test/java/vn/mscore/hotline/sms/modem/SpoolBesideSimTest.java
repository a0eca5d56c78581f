package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.SimulatedNetwork;
import vn.mscore.hotline.sms.simulator.Switches;
import vn.mscore.hotline.sms.spool.SmsSpool;
import vn.mscore.hotline.sms.spool.SpooledPdu;

/** A SIM that fills up while the database is away, beside a spool that holds something already. */
class SpoolBesideSimTest {
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LAN = "+84912345678";
    private static final String OFFICE = "+84905550100";

    @TempDir
    Path folder;

    private final Switches switches = new Switches();
    private final RecordingIntake intake = new RecordingIntake();
    private final Clock clock = Clock.systemUTC();
    private final SimulatedNetwork network = new SimulatedNetwork(clock, THREADS, switches, 0);
    private final SimulatedModem modem = new SimulatedModem(
            vn.mscore.hotline.sms.simulator.ModemSettings.of(OFFICE, 50),
            network,
            switches,
            new SimulatedModem.ModemClockwork(clock, THREADS));
    private ModemLine line;

    @AfterEach
    void unplug() {
        line.stop();
        modem.close();
        network.close();
    }

    private void start(Settings settings, SmsSpool spool) throws InterruptedException {
        modem.start();
        network.open(LAN);
        ModemAddress address = new ModemAddress(modem.address());
        line = new ModemLine(
                new ModemSettings("m1", address, Optional.of("1234"), "*101#", folder, 20, 600, new Patience(150)),
                address.opener(THREADS),
                new ModemThreads(THREADS, clock),
                Optional.of(new SpoolDrain(spool, intake, settings)));
        line.start(intake);
        assertThat(intake.await(() -> line.state().status() == Status.READY, LIMIT))
                .isTrue();
    }

    @Test
    void aStorageThatFillsUpWhileSomethingWaitsInTheSpoolGoesThereToo() throws InterruptedException {
        Settings settings = key -> Optional.of(folder.toString()).filter(text -> key.equals("hotline.var"));
        SmsSpool spool = new SmsSpool(
                settings, new AesGcmCipher(new KeyRing(new SecretFiles(folder.resolve("secrets")), clock)));
        spool.keep(new SpooledPdu("m1", "m1", "00040B914819325476F800006211229003518204D4212806"));
        intake.away(true);
        start(settings, spool);
        for (int i = 0; i < 48; i++) {
            network.text(LAN, OFFICE, "TC " + i);
        }
        assertThat(Gateway.await(LIMIT, () -> spool.size() >= 14)).isTrue();
        intake.away(false);
        assertThat(intake.await(() -> line.state().simUsed() == 0, LIMIT)).isTrue();
        assertThat(intake.await(() -> intake.log().size() == 49, LIMIT))
                .as("%s", intake.log())
                .isTrue();
        // What waited in the spool says the same as the second of them, at another time.
        assertThat(intake.log())
                .containsExactlyInAnyOrderElementsOf(IntStream.concat(IntStream.of(1), IntStream.range(0, 48))
                        .mapToObj(i -> "TEXT " + LAN + " TC " + i)
                        .toList());
    }
}
