package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** What becomes of texts that a centre does not take, or not now: throttled, refused, half taken. */
@Timeout(120)
@Waits
class SmppRefusalTest extends AtCentre {
    @Test
    void aThrottlingCentreSlowsTheLineAndLosesNothing() throws Exception {
        bound(Map.of());
        long until = System.nanoTime() + 1_000_000_000L;
        centre.status = sms -> System.nanoTime() < until ? SMPPConstant.STAT_ESME_RTHROTTLED : 0;
        assertThat(send("x").result()).isEqualTo(Result.RETRY);
        assertThat(line.state().detail()).contains("slower pace");
        int tries = 1;
        while (send("x").result() != Result.SENT) {
            tries++;
        }
        assertThat(tries).as("tries in one second").isLessThan(6);
        assertThat(centre.submitted).hasSize(1);
        assertThat(line.state().detail()).doesNotContain("slower pace");
    }

    /** The status for every part but the first, so many times. */
    private static Function<SubmitSm, Integer> theRest(int times, int status) {
        AtomicInteger left = new AtomicInteger(times);
        return sms -> sms.getShortMessage()[5] > 1 && left.getAndDecrement() > 0 ? status : 0;
    }

    @ParameterizedTest(name = "row 85: part 2 is refused five times with {0}")
    @ValueSource(ints = {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL})
    void aCentreThatThrottlesTheSecondPartGetsItLater(int status) throws Exception {
        bound(Map.of());
        centre.status = theRest(5, status);
        SendOutcome outcome = send("a".repeat(161));
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(Result.SENT);
        assertThat(outcome.references()).containsExactly("1001", "1002");
    }

    @Test
    void aRestThatIsPutOffIsSentAtTheNextTryAndTheBeginningIsNotSentAgain() throws Exception {
        bound(Map.of());
        centre.status = theRest(5, SMPPConstant.STAT_ESME_RSYSERR);
        SendOutcome first = send("a".repeat(161));
        assertThat(first.result()).isEqualTo(Result.RETRY);
        assertThat(first.references()).as("told when all of it is sent").isEmpty();
        assertThat(first.reason()).startsWith("the centre took 1 of 2 parts so far");
        SendOutcome second = send("a".repeat(161));
        assertThat(second.result()).as(second.reason()).isEqualTo(Result.SENT);
        assertThat(second.references()).containsExactly("1001", "1002");
        assertThat(centre.submitted).hasSize(2);
        assertThat(send("a".repeat(161)).references()).as("a copy is whole").containsExactly("1003", "1004");
    }

    @Test
    void whatIsRefusedForGoodOrNotAnsweredAfterTheBeginningIsOfUnknownFate() throws Exception {
        bound(Map.of());
        centre.status = theRest(1, SMPPConstant.STAT_ESME_RINVDSTADR);
        SendOutcome outcome = send("a".repeat(161));
        assertThat(outcome.result()).isEqualTo(Result.UNKNOWN);
        assertThat(outcome.references()).containsExactly("1001");
    }

    @Test
    void refusalsForGoodAndForNowAreTold() throws Exception {
        bound(Map.of());
        centre.status = sms -> SMPPConstant.STAT_ESME_RINVDSTADR;
        assertThat(send("x").result()).isEqualTo(Result.REFUSED);
        centre.status = sms -> SMPPConstant.STAT_ESME_RSYSERR;
        assertThat(send("x").result()).isEqualTo(Result.RETRY);
    }

    @Test
    void aSenderThatIsNotRegisteredBlocksTheLineFailsNoTextAndIsTriedAgain() throws Exception {
        bound(Map.of());
        centre.status = sms -> SMPPConstant.STAT_ESME_RINVSRCADR;
        assertThat(send("x").result()).isEqualTo(Result.RETRY);
        assertThat(line.state().toString()).contains("BLOCKED").contains("0x0000000A");
        assertThat(centre.deliver(FROM, "TC 1")).as("what comes in is taken").isZero();
        ready();
        assertThat(send("x").result()).as("nobody has acted").isEqualTo(Result.RETRY);
        assertThat(line.state().status()).isEqualTo(Status.BLOCKED);
        centre.status = sms -> 0;
        assertThat(send("x").result()).isEqualTo(Result.SENT);
        assertThat(line.state().status()).isEqualTo(Status.READY);
    }
}
