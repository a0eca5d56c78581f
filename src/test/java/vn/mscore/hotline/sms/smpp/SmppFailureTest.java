package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.LineState.Status;

/** What fails in storing: an outage is waited for, a fault of ours is kept for a person and harms nothing else. */
@Timeout(120)
@Waits
class SmppFailureTest extends AtCentre {
    private static final String STORED = "TEXT +84912345678 TC 1";

    private void bound(SmppLine made) throws InterruptedException {
        line = made;
        line.start(intake);
        assertThat(Centre.await(() -> line.state().status() == Status.READY && centre.bound()))
                .isTrue();
    }

    /** The centre tries again until it is thanked. */
    private void deliverUntilThanked(Centre.Header header, byte[] octets) throws InterruptedException {
        assertThat(Centre.await(() -> deliver(header, octets) == 0)).isTrue();
    }

    private int deliver(Centre.Header header, byte[] octets) {
        try {
            return centre.deliver(header, octets);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Centre.Header coding(int coding) {
        return new Centre.Header(1, FROM, 0, coding);
    }

    @Test
    void aTextThatMeetsAnOutageEightTimesIsStoredAndNotKeptForAPerson() throws Exception {
        bound(QuickLine.to(centre.address(""), Map.of()));
        intake.fail(8, new SqlFailure(new SQLException("The table is full", "HY000", 1114)));
        deliverUntilThanked(coding(0), "TC 1".getBytes(US_ASCII));
        assertThat(intake.failuresLeft()).isZero();
        assertThat(intake.log()).containsExactly(STORED);
    }

    @Test
    void whatIsStoredAtTheLastTryIsNotAlsoNotedForAPerson() throws Exception {
        bound(QuickLine.to(centre.address(""), Map.of()));
        intake.fail(7, new IllegalStateException("a fault that ends"));
        deliverUntilThanked(coding(0), "TC 1".getBytes(US_ASCII));
        assertThat(intake.log()).containsExactly(STORED);
    }

    @Test
    void aFaultInReadingIsRefusedThenKeptForAPersonAndTheNextTextIsStored() throws Exception {
        bound(QuickLine.faulty(centre.address("")));
        assertThat(deliver(coding(0), "TC 1".getBytes(US_ASCII))).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        deliverUntilThanked(coding(8), "TC 2".getBytes(UTF_16BE));
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 2");
        deliverUntilThanked(coding(0), "TC 1".getBytes(US_ASCII));
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 2", "QUARANTINE cannot be stored");
        SmppLine mended = QuickLine.to(centre.address(""), Map.of());
        assertThat(mended.readAgain(intake.raws().get(0), intake)).isTrue();
        assertThat(intake.log()).endsWith(STORED);
        assertThat(mended.readAgain(new byte[] {1, 2}, intake)).isFalse();
    }

    static Stream<Error> errors() {
        return Stream.of(new StackOverflowError(), new OutOfMemoryError("for a test"));
    }

    @Test
    void memoryAtItsEndKeepsNoTextForAPerson() throws Exception {
        bound(QuickLine.to(centre.address(""), Map.of()));
        intake.fail(8, new OutOfMemoryError("for a test"));
        deliverUntilThanked(coding(0), "TC 1".getBytes(US_ASCII));
        assertThat(intake.log()).containsExactly(STORED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void anErrorInStoringEndsNoThread(Error error) throws Exception {
        bound(QuickLine.to(centre.address(""), Map.of()));
        intake.fail(1, error);
        assertThat(deliver(coding(0), "TC 0".getBytes(US_ASCII))).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        deliverUntilThanked(coding(0), "TC 1".getBytes(US_ASCII));
        assertThat(intake.log()).containsExactly(STORED);
    }

    /** Threads of which those that a session starts cannot begin, so many times. */
    private static ThreadFactory poor(int times, Error error) {
        AtomicInteger left = new AtomicInteger(times);
        return work -> new Thread(work) {
            @Override
            public synchronized void start() {
                if (getName().endsWith("-read") && left.getAndDecrement() > 0) {
                    throw error;
                }
                super.start();
            }
        };
    }

    static Stream<Error> errorsOfASession() {
        return Stream.of(
                new OutOfMemoryError("unable to create native thread"), new NoClassDefFoundError("for a test"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errorsOfASession")
    void aSessionThatCannotBeginIsTriedAgain(Error error) throws Exception {
        bound(QuickLine.threaded(centre.address(""), poor(2, error)));
        assertThat(deliver(coding(0), "TC 1".getBytes(US_ASCII))).isZero();
    }
}
