package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.TextSplitter;

/**
 * Sends messages, part after part; several threads may send at a time. When a later part fails after an earlier one went
 * out, the message as a whole is UNKNOWN, as on a modem.
 */
final class Submitter {
    private static final int PART_TRIES = 5;
    private static final long A_MILLISECOND = 1_000_000;
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final SmppSettings settings;
    private final Throttle throttle = new Throttle();
    private final CountDownLatch stop;

    Submitter(SmppSettings settings, CountDownLatch stop) {
        this.settings = settings;
        this.stop = stop;
    }

    /** Whether the centre slows us down. */
    boolean throttled() {
        return throttle.throttled();
    }

    SendOutcome send(Submission sms, SmppLink link) {
        List<MessageBody> parts;
        try {
            boolean gsm7 = OctetText.fits(sms.text(), settings.alphabet());
            parts = TextSplitter.split(sms.text(), reference(sms.outboxId()), 8, gsm7);
        } catch (IllegalArgumentException e) {
            return new SendOutcome(Result.REFUSED, List.of(), e.getMessage());
        }
        List<String> references = new ArrayList<>();
        for (MessageBody part : parts) {
            SendOutcome outcome =
                    part(new SubmitSm(settings, sms.to(), part, sms.validity()), link, !references.isEmpty());
            boolean half = !references.isEmpty();
            references.addAll(outcome.references());
            if (outcome.result() != Result.SENT) {
                Result result = half ? Result.UNKNOWN : outcome.result();
                return new SendOutcome(result, references, outcome.reason(), parts.size(), parts.size());
            }
        }
        return new SendOutcome(Result.SENT, references, "");
    }

    /** The same message keeps its reference when it is sent again, so that a telephone can complete it. */
    private static int reference(long outboxId) {
        return (int) ((outboxId * 0x9E3779B97F4A7C15L) >>> 56);
    }

    /** One part; a later part that is put off is tried again here, because half a message is worse than a wait. */
    private SendOutcome part(SubmitSm part, SmppLink link, boolean later) {
        SendOutcome outcome = submit(part, link);
        for (int i = 1; later && i < PART_TRIES && outcome.result() == Result.RETRY && link.open(); i++) {
            outcome = submit(part, link);
        }
        return outcome;
    }

    private SendOutcome submit(SubmitSm part, SmppLink link) {
        if (!rested()) {
            return failed(Result.RETRY, "the centre asks for a slower pace");
        }
        try {
            return answered(link.ask(part::compose, settings.pauses().submit()));
        } catch (LinkLost e) {
            return failed(e.handedOver() ? Result.UNKNOWN : Result.RETRY, e.getMessage());
        } catch (TimeoutException e) {
            return failed(Result.UNKNOWN, "no answer after the text");
        } catch (PDUStringException e) {
            return failed(Result.REFUSED, "breaks a limit of SMPP");
        }
    }

    private boolean rested() {
        Duration rest = throttle.rest();
        if (rest.isZero()) {
            return stop.getCount() > 0;
        }
        try {
            long nanos = Math.min(rest.toNanos(), LONGEST_REST.toNanos());
            boolean stopped = stop.await(nanos + A_MILLISECOND, TimeUnit.NANOSECONDS);
            return !stopped && throttle.rest().isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private SendOutcome answered(SmppPdu answer) {
        if (answer.status() == SMPPConstant.STAT_ESME_ROK) {
            throttle.taken();
            String id = settings.ids().ofAnswer(answer.text());
            return new SendOutcome(Result.SENT, List.of(id), "");
        }
        Result result = SubmitStatus.result(answer.status());
        if (SubmitStatus.pace(answer.status())) {
            throttle.slower();
        }
        return failed(result, "SMPP status 0x%08X".formatted(answer.status()));
    }

    private static SendOutcome failed(Result result, String why) {
        return new SendOutcome(result, List.of(), why);
    }
}
