package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.spool.SmsSpool;
import vn.mscore.hotline.sms.spool.SpooledPdu;

/** A SIM that fills up while the database is away, beside a spool that holds something already. */
class SpoolBesideSimTest extends AtSimulatedModem {

    private void start(Settings settings, SmsSpool spool) throws InterruptedException {
        ModemAddress address = new ModemAddress(modem.address());
        line = new ModemLine(
                settings("m1", address, Optional.of("1234")),
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
