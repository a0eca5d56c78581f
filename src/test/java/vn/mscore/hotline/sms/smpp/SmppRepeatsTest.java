package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Waits;

/** What comes again and what is written again, told apart without a time stamp or an id. */
@Timeout(120)
@Waits
class SmppRepeatsTest extends AtCentre {
    @BeforeEach
    void open() throws InterruptedException {
        unasked();
    }

    private static OptionalParameter payload(String text) {
        return new OptionalParameter.Message_payload(text.getBytes(US_ASCII));
    }

    @Test
    void theSameWordsWrittenAgainAreNewOnALivingSession() throws Exception {
        assertThat(centre.deliver(FROM, "TC 1")).isZero();
        assertThat(centre.deliver(FROM, "TC 1")).isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 1", "TEXT +84912345678 TC 1");
    }

    @Test
    void theSameWordsInOtherOctetsAreNewToo() throws Exception {
        Centre.Header header = new Centre.Header(1, FROM, 0, 0);
        byte[] text = "HD".getBytes(US_ASCII);
        for (short reference : new short[] {1, 2, 2, 3}) {
            assertThat(centre.deliver(header, text, new OptionalParameter.User_message_reference(reference)))
                    .isZero();
        }
        assertThat(centre.deliver(new Centre.Header(1, FROM, 0, 0x01), text)).isZero();
        assertThat(centre.deliver(new Centre.Header(1, FROM, 0, 0x03), text)).isZero();
        assertThat(centre.deliver(header, new byte[0], payload("HD"))).isZero();
        assertThat(intake.log()).hasSize(7).containsOnly("TEXT +84912345678 HD");
    }

    @Test
    void whatComesAgainAfterACutIsKnownThoughItsOctetsDifferAndAnotherReferenceIsAnother() throws Exception {
        Centre.Header header = new Centre.Header(1, FROM, 0, 0);
        byte[] text = "HD".getBytes(US_ASCII);
        assertThat(centre.deliver(header, text, new OptionalParameter.User_message_reference((short) 1)))
                .isZero();
        centre.cut();
        assertThat(Centre.await(() -> centre.binds.get() == 2)).isTrue();
        ready();
        assertThat(centre.deliver(header, text, new OptionalParameter.User_message_reference((short) 2)))
                .isZero();
        assertThat(centre.deliver(
                        header, new byte[0], payload("HD"), new OptionalParameter.User_message_reference((short) 1)))
                .isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 HD", "TEXT +84912345678 HD", "duplicate");
    }

    @Test
    void whatComesAgainAfterACutIsDropped() throws Exception {
        assertThat(centre.deliver(FROM, "TC 1")).isZero();
        centre.cut();
        assertThat(Centre.await(() -> centre.binds.get() == 2)).isTrue();
        ready();
        assertThat(centre.deliver(FROM, "TC 1")).isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 TC 1", "duplicate");
    }

    @Test
    void theSameWordsWrittenAfterAnOrderlyStartAreNew() throws Exception {
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        again();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(intake.log().stream().filter(what -> what.equals("TEXT +84912345678 HD")))
                .hasSize(4);
    }

    @Test
    void whatWasInHandAtAnOrderlyStopIsAnsweredAndNotInDoubt() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        intake.hold(stored);
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> delivered("HD"));
        assertThat(Centre.await(() -> intake.asked() == 1)).isTrue();
        line.askToStop();
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(stored::countDown);
        assertThat(answered.get(10, TimeUnit.SECONDS)).isTrue();
        again();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 HD", "duplicate", "TEXT +84912345678 HD");
    }

    @Test
    void theSameWordsWrittenAfterACrashAreNewOnceTheAnswersWereHeard() throws Exception {
        again();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(Centre.await(() -> intake.heard("HD"))).isTrue();
        centre.cut();
        again();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 HD", "duplicate", "TEXT +84912345678 HD");
    }

    @Test
    void whatComesAgainAfterACrashIsDropped() throws Exception {
        assertThat(centre.deliver(FROM, "HD")).isZero();
        centre.cut();
        again();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(intake.log()).containsExactly("TEXT +84912345678 HD", "duplicate");
        assertThat(intake.proofs()).isEmpty();
    }

    @Test
    void whatCouldNotBeAnsweredInOrderIsInDoubtEverAfter() throws Exception {
        again();
        intake.fail(1, new IllegalStateException("after the commit"));
        assertThat(centre.deliver(FROM, "HD")).isNotZero();
        assertThat(Centre.await(() -> delivered("HD"))).isTrue();
        assertThat(centre.deliver(FROM, "GIO")).isZero();
        assertThat(Centre.await(() -> intake.heard("GIO"))).isTrue();
        again();
        assertThat(centre.deliver(FROM, "GIO")).isZero();
        assertThat(intake.log()).endsWith("duplicate", "TEXT +84912345678 GIO");
    }

    private boolean delivered(String text) {
        try {
            return centre.deliver(FROM, text) == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another start: a line that remembers nothing. */
    private void again() throws InterruptedException {
        line.stop();
        bound(Map.of());
    }
}
