package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.TextSplitter;

/**
 * Sends messages, part after part; several threads may send at a time. When a later part is put off after an earlier one
 * went out, only the rest is sent at the next try; when it fails otherwise, the message as a whole is UNKNOWN, as on a modem.
 */
final class Submitter {
    /** The longest pause of the outbox, ten minutes and a fifth: what is too old by then is told as it is now. */
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(12);

    private static final Logger LOG = Logger.getLogger(Submitter.class.getName());
    private static final int PART_TRIES = 5;
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final SmppSettings settings;
    private final Throttle throttle = new Throttle();
    private final Objection objection;
    private final Unanswered unanswered;
    private final HalfTaken taken = new HalfTaken();
    private final AtomicBoolean nameless = new AtomicBoolean();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final CountDownLatch stop;
    private final Clock clock;

    Submitter(SmppSettings settings, CountDownLatch stop, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.stop = stop;
        this.objection = new Objection(settings.name(), settings.pauses().longest());
        this.unanswered =
                new Unanswered(settings.pauses().submit(), settings.pauses().first(), System::nanoTime);
    }

    /** Whether the centre slows us down. */
    boolean throttled() {
        return throttle.throttled();
    }

    /** What the centre has against all that we send. */
    Optional<String> objection() {
        return objection.shown();
    }

    /** Whether the centre, bound as it is, answers no text. */
    boolean silent() {
        return unanswered.doubted();
    }

    /** Whether a text may go now. */
    boolean open() {
        return unanswered.open();
    }

    SendOutcome send(Submission sms, SmppLink link) {
        List<MessageBody> parts;
        try {
            boolean gsm7 = OctetText.fits(sms.text(), settings.alphabet());
            parts = TextSplitter.split(sms.text(), reference(sms.outboxId()), 8, gsm7);
        } catch (IllegalArgumentException e) {
            return new SendOutcome(Result.REFUSED, List.of(), e.getMessage());
        }
        HalfTaken.Half before = taken.take(sms.outboxId());
        List<String> references = new ArrayList<>(before.references());
        long until = System.nanoTime() + patience(sms).toNanos();
        for (MessageBody part : parts.subList(references.size(), parts.size())) {
            String validity = settings.form().period().of(sms.validity(), clock.instant());
            SubmitSm submission = new SubmitSm(settings, sms.to(), part, validity);
            SendOutcome outcome =
                    references.isEmpty() ? first(submission, link, sms.outboxId()) : later(submission, link, until);
            if (outcome.result() != Result.SENT) {
                return broken(sms, parts.size(), new HalfTaken.Half(List.copyOf(references), before.since()), outcome);
            }
            references.addAll(outcome.references());
        }
        List<String> known = known(references);
        return new SendOutcome(Result.SENT, known, "", parts.size(), known.size());
    }

    /** Without those of parts that the centre took and gave no id: no receipt would find them. */
    private static List<String> known(List<String> references) {
        return references.stream().filter(id -> !id.isEmpty()).toList();
    }

    /** Taken after all, too late for us to wait: the second copy, which the outbox sends, is only what is still missing. */
    private SendOutcome first(SubmitSm part, SmppLink link, long outboxId) {
        return submit(part, link, answer -> {
                    if (answer.granted()) {
                        taken.keep(outboxId, new HalfTaken.Half(List.of(id(answer)), System.nanoTime()));
                    }
                })
                .outcome();
    }

    /** How long the rest of a text is worth a try here, before others have their turn. */
    private Duration patience(Submission sms) {
        Duration rest = settings.pauses().rest();
        return sms.validity().compareTo(rest) < 0 ? sms.validity() : rest;
    }

    /** A part that is only put off goes later, and the parts before it do not go again. */
    private SendOutcome broken(Submission sms, int parts, HalfTaken.Half begun, SendOutcome last) {
        List<String> references = begun.references();
        boolean half = !references.isEmpty();
        boolean worthIt = begun.young() && sms.validity().compareTo(LONGEST_RETRY) > 0;
        if (half && worthIt && last.result() == Result.RETRY) {
            taken.keep(sms.outboxId(), begun);
            String why = "the centre took " + references.size() + " of " + parts + " parts so far; " + last.reason();
            return new SendOutcome(Result.RETRY, List.of(), why, parts, parts);
        }
        Result result = half ? Result.UNKNOWN : last.result();
        return new SendOutcome(result, known(references), last.reason(), parts, parts);
    }

    /** The same message keeps its reference when it is sent again, so that a telephone can complete it. */
    private static int reference(long outboxId) {
        return (int) ((outboxId * 0x9E3779B97F4A7C15L) >>> 56);
    }

    /** What became of a try; {@code counts} unless it was put off for the pace only, sent or not. */
    private record Tried(SendOutcome outcome, boolean counts) {}

    /**
     * A part behind others that were taken, because half a message is worse than a wait: tried again until {@code until}
     * while the centre asks for a slower pace, and a few times when it puts it off for something else.
     */
    private SendOutcome later(SubmitSm part, SmppLink link, long until) {
        Tried tried = submit(part, link, SmppLink.NOBODY);
        int refusals = 0;
        while (tried.outcome().result() == Result.RETRY && link.open() && System.nanoTime() - until < 0) {
            refusals += tried.counts() ? 1 : 0;
            Duration pause = tried.counts() ? settings.pauses().after(refusals, random) : Duration.ZERO;
            if (refusals >= PART_TRIES || !slept(pause)) {
                break;
            }
            tried = submit(part, link, SmppLink.NOBODY);
        }
        return tried.outcome();
    }

    private Tried submit(SubmitSm part, SmppLink link, Consumer<SmppPdu> late) {
        if (!rested()) {
            return new Tried(failed(Result.RETRY, "the centre asks for a slower pace"), false);
        }
        if (!unanswered.lets()) {
            return new Tried(failed(Result.RETRY, "the centre answers no text, another one tries it"), true);
        }
        try {
            SmppPdu answer = link.ask(part::compose, settings.pauses().submit(), come -> {
                unanswered.answered();
                late.accept(come);
            });
            return new Tried(answered(answer, link), SubmitStatus.of(answer.status()) != SubmitStatus.PACE);
        } catch (LinkLost e) {
            unanswered.ended();
            return new Tried(failed(e.handedOver() ? Result.UNKNOWN : Result.RETRY, e.getMessage()), true);
        } catch (TimeoutException e) {
            if (unanswered.timedOut()) {
                link.close("the centre answers no text");
            }
            return new Tried(failed(Result.UNKNOWN, "no answer after the text"), true);
        } catch (PDUStringException e) {
            unanswered.ended();
            return new Tried(failed(Result.REFUSED, "breaks a limit of SMPP"), true);
        }
    }

    private boolean slept(Duration pause) {
        try {
            return !stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean rested() {
        Duration rest = throttle.rest();
        if (rest.isZero()) {
            return stop.getCount() > 0;
        }
        Duration most = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        return slept(most.plus(A_MILLISECOND)) && throttle.rest().isZero();
    }

    private SendOutcome answered(SmppPdu answer, SmppLink link) {
        if (answer.status() == SMPPConstant.STAT_ESME_RINVBNDSTS) {
            // A centre that says so after every bind answers no text either.
            unanswered.timedOut();
            link.close("the centre does not know that we are bound");
            return failed(Result.RETRY, "SMPP status 0x%08X".formatted(answer.status()));
        }
        unanswered.answered();
        if (answer.granted()) {
            throttle.taken();
            objection.dropped();
            return new SendOutcome(Result.SENT, List.of(id(answer)), "");
        }
        SubmitStatus status = SubmitStatus.of(answer.status());
        if (status == SubmitStatus.PACE) {
            throttle.slower();
        } else if (status == SubmitStatus.OURS) {
            objection.raised(answer.status());
        }
        return failed(status.result(), "SMPP status 0x%08X".formatted(answer.status()));
    }

    private String id(SmppPdu answer) {
        String id = settings.ids().ofAnswer(answer.text());
        if (id.isEmpty() && nameless.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "line {0}: the centre takes texts and gives no id: no receipt will find them",
                    settings.name());
        }
        return id;
    }

    private static SendOutcome failed(Result result, String why) {
        return new SendOutcome(result, List.of(), why);
    }
}
