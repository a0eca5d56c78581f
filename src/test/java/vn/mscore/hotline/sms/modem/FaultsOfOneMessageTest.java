package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.spool.SmsSpool;
import vn.mscore.hotline.sms.spool.SpooledPdu;

/** What one message meets while it is stored: the same rule for the SIM, for what came directly and for the spool. */
@Timeout(120)
@Waits
class FaultsOfOneMessageTest {
    private static final int TRIES = 60;
    private static final String HEX = "00040B914819325476F800006211229003518204D4212806";
    private static final String NEXT = "00040B914819325476F800006211229003528204D4212806";
    private static final String TEXT = "TEXT ";
    private static final String PARKED = "QUARANTINE cannot be stored";

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final KeptIntake intake = new KeptIntake();

    /** What is met so many times, and what is kept then. */
    private record Fault(String what, Throwable why, int times, String end) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Fault> faults() {
        SqlFailure away = new SqlFailure(new SQLException("The table is full", "HY000", 1114));
        OutOfMemoryError memory = new OutOfMemoryError("for a test");
        return Stream.of(
                new Fault("a bug that ends", new IllegalStateException("a bug"), 3, TEXT),
                new Fault("a bug", new IllegalStateException("a bug"), 1000, PARKED),
                new Fault("a stack that overflows once", new StackOverflowError(), 1, TEXT),
                new Fault("a stack that overflows every time", new StackOverflowError(), 1000, PARKED),
                new Fault("a database that is away for long", away, 20, TEXT),
                new Fault("memory that is at its end for long", memory, 20, TEXT),
                new Fault("memory at its end inside", new IllegalStateException(memory), 20, TEXT));
    }

    private Reception reception(Optional<SpoolDrain> spool) {
        ModemAddress address = new ModemAddress("serial:/dev/null");
        ModemSettings settings =
                new ModemSettings("m1", address, Optional.empty(), "*101#", folder, 20, 600, new Patience(1));
        return new Reception(settings, intake, clock, new Overflow(spool, new LineBoard("m1")));
    }

    private void meets(Fault fault, BooleanSupplier settled) throws InterruptedException {
        intake.fail(fault.times(), fault.why());
        int tries = 0;
        while (!settled.getAsBoolean()) {
            assertThat(tries++).isLessThan(TRIES);
            Thread.sleep(32);
        }
        assertThat(intake.log()).hasSize(1);
        assertThat(intake.log().get(0)).startsWith(fault.end());
        intake.fail(0, fault.why());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void onTheSimItIsStoredOrParkedAndTheNextIsStored(Fault fault) throws InterruptedException {
        Reception reception = reception(Optional.empty());
        meets(fault, () -> reception.stored(HEX));
        assertThat(reception.stored(NEXT)).isTrue();
        assertThat(intake.log()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatCameDirectlyIsStoredOrParked(Fault fault) throws InterruptedException {
        Reception reception = reception(Optional.empty());
        intake.fail(1, new IllegalStateException("so that it is kept here"));
        assertThat(reception.direct(HEX)).isFalse();
        meets(fault, () -> {
            reception.tryAgain();
            return !intake.log().isEmpty();
        });
    }

    private Optional<String> setting(String key) {
        return Optional.of(folder.toString()).filter(text -> key.equals("hotline.var"));
    }

    private SmsSpool spoolWithOne() {
        SmsSpool spool = new SmsSpool(
                this::setting, new AesGcmCipher(new KeyRing(new SecretFiles(folder.resolve("secrets")), clock)));
        spool.keep(new SpooledPdu("m1", "m1", HEX));
        return spool;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void inTheSpoolItIsStoredOrParkedAndWhatIsBehindItIsStored(Fault fault) throws InterruptedException {
        SmsSpool spool = spoolWithOne();
        SpoolDrain drain = new SpoolDrain(spool, intake, this::setting);
        meets(fault, () -> drained(drain));
        spool.keep(new SpooledPdu("m1", "m1", NEXT));
        assertThat(drained(drain)).isTrue();
        assertThat(intake.log()).hasSize(2);
    }

    /** As the clock of the jobs does it, which forgives no error. */
    private static boolean drained(SpoolDrain drain) {
        try {
            drain.run();
        } catch (RuntimeException e) {
            return false;
        }
        return !drain.waits();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aLineWithASpoolStoresOrParksWhatWaitsThereBeforeItsOwn(Fault fault) throws InterruptedException {
        SmsSpool spool = spoolWithOne();
        Reception reception = reception(Optional.of(new SpoolDrain(spool, intake, this::setting)));
        meets(fault, () -> {
            reception.tryAgain();
            return spool.size() == 0;
        });
        assertThat(reception.stored(NEXT)).isTrue();
        assertThat(List.copyOf(intake.log())).hasSize(2);
    }
}
