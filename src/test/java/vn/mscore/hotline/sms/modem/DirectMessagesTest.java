package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.spool.SmsSpool;
import vn.mscore.hotline.sms.spool.SpooledPdu;

/** What has no copy on the SIM, while the database, the disk or both are away. */
@Timeout(120)
class DirectMessagesTest {
    private static final String ONE = "00040B914819325476F800006211229003518204D4212806";
    private static final String TWO = "00040B914819325476F800006211229003528204D4212806";
    private static final String THREE = "00040B914819325476F800006211229003538204D4212806";
    private static final int MANY = 1001;

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final KeptIntake intake = new KeptIntake();

    private Optional<String> setting(String key) {
        return Optional.of(folder.toString()).filter(text -> key.equals("hotline.var"));
    }

    private SmsSpool spool() {
        return new SmsSpool(
                this::setting, new AesGcmCipher(new KeyRing(new SecretFiles(folder.resolve("secrets")), clock)));
    }

    private Reception reception(Optional<SmsSpool> spool) {
        ModemAddress address = new ModemAddress("serial:/dev/null");
        ModemSettings settings =
                new ModemSettings("m1", address, Optional.empty(), "*101#", folder, 20, 600, new Patience(1));
        Optional<SpoolDrain> drain = spool.map(on -> new SpoolDrain(on, intake, this::setting));
        return new Reception(settings, intake, clock, new Overflow(drain, new LineBoard("m1")));
    }

    private Path disk() {
        return folder.resolve("spool/sms");
    }

    private void diskIsAway() throws IOException {
        Files.move(disk(), folder.resolve("away"));
    }

    private void diskIsBack() throws IOException {
        Files.move(folder.resolve("away"), disk());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        assertThat(Gateway.await(Duration.ofSeconds(20), condition)).isTrue();
    }

    private static List<String> drained(SmsSpool spool) {
        List<String> hex = new ArrayList<>();
        spool.drain((SpooledPdu entry) -> hex.add(entry.hex()));
        return hex;
    }

    @Test
    void aCallThatCannotBeNotedKeepsNoMessageFromTheDisk() {
        SmsSpool spool = spool();
        Reception reception = reception(Optional.of(spool));
        intake.away(true);
        reception.missedCall("+84912345678");
        assertThat(reception.direct(ONE)).isTrue();
        assertThat(reception.direct(TWO)).isTrue();
        assertThat(drained(spool)).containsExactly(ONE, TWO);
    }

    @Test
    void whatTheDiskDidNotTakeGoesThereInItsOrderOnceThereIsRoom() throws IOException {
        SmsSpool spool = spool();
        Reception reception = reception(Optional.of(spool));
        intake.away(true);
        diskIsAway();
        assertThat(reception.direct(ONE)).as("acknowledged").isFalse();
        assertThat(reception.direct(TWO)).as("acknowledged").isFalse();
        diskIsBack();
        assertThat(reception.direct(THREE)).as("acknowledged").isTrue();
        assertThat(drained(spool)).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void whatTheDiskDidNotTakeGoesThereAtTheEndOfTheSession() throws IOException {
        SmsSpool spool = spool();
        Reception reception = reception(Optional.of(spool));
        intake.away(true);
        diskIsAway();
        reception.direct(ONE);
        reception.direct(TWO);
        diskIsBack();
        reception.keepOnDisk();
        assertThat(drained(spool)).containsExactly(ONE, TWO);
    }

    @Test
    void manyMessagesAndCallsWaitForTheDatabaseWithoutADisk() throws InterruptedException {
        Reception reception = reception(Optional.empty());
        intake.away(true);
        reception.missedCall("+84912345678");
        for (int i = 0; i < MANY; i++) {
            reception.direct(ONE);
        }
        intake.away(false);
        await(() -> !reception.resting());
        reception.tryAgain();
        assertThat(intake.log()).hasSize(MANY + 1).contains("CALL");
        assertThat(reception.away()).isFalse();
    }

    @Test
    void whatWaitsIsTriedAgainThoughSomethingElseWasStoredMeanwhile() throws InterruptedException {
        Reception reception = reception(Optional.empty());
        intake.fail(1, new IllegalStateException("once"));
        assertThat(reception.direct(ONE)).isFalse();
        await(() -> !reception.resting());
        assertThat(reception.stored(TWO)).isTrue();
        assertThat(reception.away()).as("something waits").isTrue();
        reception.tryAgain();
        assertThat(intake.log()).hasSize(2);
        assertThat(reception.away()).isFalse();
    }

    @Test
    void aSpoolThatCannotBeReadStopsNobodyForGood() throws IOException, InterruptedException {
        SmsSpool spool = spool();
        spool.keep(new SpooledPdu("m1", "m1", ONE));
        Reception reception = reception(Optional.of(spool));
        diskIsAway();
        await(() -> !reception.resting() && reception.stored(TWO));
        assertThat(intake.log()).singleElement().asString().startsWith("TEXT ");
        diskIsBack();
        await(() -> !reception.resting() && reception.stored(THREE));
        assertThat(intake.log()).hasSize(3);
    }
}
