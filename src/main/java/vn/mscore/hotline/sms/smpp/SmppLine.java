package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine;

/** A line to a message centre by SMPP 3.4: one transceiver, or a transmitter and a receiver. */
final class SmppLine implements SmsLine {
    private static final SendOutcome NOT_BOUND = new SendOutcome(SendOutcome.Result.RETRY, List.of(), "line not ready");

    /** The worst session is what the line shows. */
    private static final List<Status> WORST_FIRST = List.of(Status.BLOCKED, Status.LOST, Status.STARTING, Status.READY);

    private final SmppSettings settings;
    private final ThreadFactory threads;
    private final LineCounts counts;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Submitter submitter;
    private volatile List<SmppBinding> bindings = List.of();
    private volatile Reception reception;

    SmppLine(SmppSettings settings, ThreadFactory threads, LineCounts counts, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.threads = threads;
        this.counts = counts;
        this.submitter = new Submitter(settings, stop, clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String settingsKey() {
        return SmppSettings.key(settings.name());
    }

    /** By contract, not by what a SIM may do. */
    @Override
    public String usualPace() {
        return "20/s";
    }

    /** None. */
    @Override
    public int usualDailyCap() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int window() {
        return settings.address().window();
    }

    @Override
    public void start(Intake intake) {
        reception = new Reception(settings, intake, threads, clock);
        bindings = settings.address().pair()
                ? List.of(binding(SMPPConstant.CID_BIND_TRANSMITTER), binding(SMPPConstant.CID_BIND_RECEIVER))
                : List.of(binding(SMPPConstant.CID_BIND_TRANSCEIVER));
        bindings.forEach(SmppBinding::start);
    }

    private SmppBinding binding(int command) {
        return new SmppBinding(settings, command, reception, threads, counts, stop, clock);
    }

    /** The first session is the one that may send. */
    private Optional<SmppLink> link() {
        return bindings.stream().findFirst().flatMap(SmppBinding::link);
    }

    @Override
    public SendOutcome send(Submission sms) {
        Optional<SmppLink> link = link();
        return link.isPresent() && stop.getCount() > 0 ? submitter.send(sms, link.get()) : NOT_BOUND;
    }

    @Override
    public boolean readAgain(byte[] raw, Intake intake) {
        try {
            Delivery.read(settings, raw).tell(intake, 0);
            return true;
        } catch (BadPdu e) {
            return false;
        }
    }

    @Override
    public LineState state() {
        SmppBoard.Shown worst = bindings.stream()
                .map(SmppBinding::shown)
                .min(Comparator.comparingInt(shown -> WORST_FIRST.indexOf(shown.status())))
                .orElse(new SmppBoard.Shown(Status.STARTING, "not started"));
        Optional<String> objection = submitter.objection();
        boolean sendable = stop.getCount() > 0 && link().isPresent() && objection.isEmpty() && submitter.open();
        if (worst.status() == Status.READY && objection.isPresent()) {
            worst = new SmppBoard.Shown(Status.BLOCKED, objection.get());
        }
        if (worst.status() == Status.READY && submitter.silent()) {
            worst = new SmppBoard.Shown(
                    Status.LOST, "bound, but the message centre answers no text; one at a time tries it");
        }
        String slow = submitter.throttled() ? "; the message centre asks for a slower pace" : "";
        return new LineState(name(), worst.status(), worst.detail() + slow, OptionalInt.empty(), 0, 0, sendable);
    }

    @Override
    public void askToStop() {
        stop.countDown();
    }

    /** What came and is queued is stored first, then the sessions are unbound. */
    @Override
    public void stop() {
        askToStop();
        if (reception != null) {
            reception.stop();
        }
        bindings.forEach(SmppBinding::join);
    }
}
