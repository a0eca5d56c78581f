package vn.mscore.hotline.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** What every {@link SmsLine} keeps to, whatever its network: each kind of line has a test that extends this. */
@Timeout(120)
public abstract class SmsLineContract {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Where the line puts what comes in. */
    protected final KeptIntake intake = new KeptIntake();

    private SmsLine line;

    /** A line to a network that is there and takes what it is given; not started. */
    protected abstract SmsLine open() throws Exception;

    /** Texts the network has, in the order they came. */
    protected abstract List<String> taken();

    /** The network cannot be connected to any more. */
    protected abstract void goAway() throws Exception;

    /** From now on the network takes texts and never says so. */
    protected abstract void fallSilent();

    /** The network hands over a text of Lan's; true when the line has acknowledged it. */
    protected abstract boolean deliver(String text) throws Exception;

    /** The same handed over again, by a network that did not hear the acknowledgement. */
    protected abstract boolean deliverAgain(String text) throws Exception;

    /** Takes the network down. */
    protected abstract void close() throws Exception;

    @BeforeEach
    void start() throws Exception {
        line = open();
        line.start(intake);
        await(() -> line.state().status() == Status.READY);
    }

    @AfterEach
    void end() throws Exception {
        if (line != null) {
            line.stop();
        }
        close();
    }

    /** Waits until {@code condition} holds, or fails. */
    protected final void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s", line.state()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private SendOutcome send(long id, String text) {
        return line.send(new Submission(id, LAN, text));
    }

    @Test
    void aTextIsSentOnceTheNetworkHasTakenIt() {
        SendOutcome outcome = send(1, "Ho so da xong");
        assertThat(outcome.result()).isEqualTo(Result.SENT);
        assertThat(outcome.references()).hasSize(1);
        assertThat(taken()).containsExactly("Ho so da xong");
    }

    @Test
    void aLongTextIsChargedByItsParts() {
        SendOutcome outcome = send(1, "x".repeat(400));
        assertThat(outcome.result()).isEqualTo(Result.SENT);
        assertThat(outcome.charged()).isEqualTo(3);
        assertThat(outcome.reports()).isEqualTo(outcome.references().size());
    }

    @Test
    void withoutANetworkATextIsToBeTriedAgainAndWasNotSent() throws Exception {
        goAway();
        assertThat(send(1, "Ho so da xong").result()).isEqualTo(Result.RETRY);
        await(() -> line.state().status() != Status.READY);
        assertThat(taken()).isEmpty();
    }

    @Test
    void aTextWhoseAnswerNeverComesIsOfUnknownFateAndWasHandedOverOnce() {
        fallSilent();
        assertThat(send(1, "Ho so da xong").result()).isEqualTo(Result.UNKNOWN);
        assertThat(taken()).containsExactly("Ho so da xong");
    }

    @Test
    void whatComesInIsAcknowledgedOnlyAfterItIsStored() throws Exception {
        intake.away(true);
        assertThat(deliver("TC 1")).isFalse();
        assertThat(intake.log()).isEmpty();
        intake.away(false);
        await(() -> acknowledged("TC 1"));
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 1");
    }

    private boolean acknowledged(String text) {
        try {
            return deliverAgain(text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatComesAgainIsAcknowledgedAndStoredOnce() throws Exception {
        assertThat(deliver("TC 1")).isTrue();
        assertThat(deliverAgain("TC 1")).isTrue();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 1", "duplicate");
    }

    @Test
    void itStopsWithinTenSecondsThoughATextWaitsForItsAnswer() throws Exception {
        fallSilent();
        CompletableFuture<SendOutcome> waiting = CompletableFuture.supplyAsync(() -> send(1, "Ho so da xong"));
        await(() -> !taken().isEmpty());
        Assertions.assertTimeout(STOP, line::stop);
        assertThat(waiting.get(STOP.toSeconds(), TimeUnit.SECONDS).result()).isEqualTo(Result.UNKNOWN);
        assertThat(send(2, "Ho so da xong").result()).isEqualTo(Result.RETRY);
        assertThat(line.state().status()).isNotEqualTo(Status.READY);
    }
}
