package vn.mscore.hotline.sms.smpp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineState.Status;

/**
 * One session with a message centre: its owner thread connects, binds, asks a silent centre whether it lives, and does so
 * again after every loss, for ever; pauses grow to a minute while it keeps failing.
 */
final class SmppBinding {
    private static final Logger LOG = Logger.getLogger(SmppBinding.class.getName());
    private static final Duration UNBIND = Duration.ofSeconds(2);
    private static final long STOP_MILLIS = 5000;
    private static final int TICKS = 4;

    private final SmppSettings settings;
    private final int command;
    private final Reception reception;
    private final ThreadFactory threads;
    private final LineCounts counts;
    private final SmppBoard board;
    private final CountDownLatch stop;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final OwnThread owner;
    private volatile SmppLink bound;
    private volatile SmppLink current;
    private int failures;

    /** {@code command} is the bind: transceiver, transmitter or receiver. */
    SmppBinding(
            SmppSettings settings,
            int command,
            Reception reception,
            ThreadFactory threads,
            LineCounts counts,
            CountDownLatch stop,
            Clock clock) {
        this.settings = settings;
        this.command = command;
        this.reception = reception;
        this.threads = threads;
        this.counts = counts;
        this.stop = stop;
        this.clock = clock;
        this.board = new SmppBoard(settings.name());
        this.owner = new OwnThread(threads, "smpp-" + settings.name() + "-" + word());
    }

    void start() {
        owner.start(this::own);
    }

    private String word() {
        return switch (command) {
            case SMPPConstant.CID_BIND_TRANSMITTER -> "transmitter";
            case SMPPConstant.CID_BIND_RECEIVER -> "receiver";
            default -> "transceiver";
        };
    }

    /** The bound connection, empty while there is none. */
    Optional<SmppLink> link() {
        return Optional.ofNullable(bound).filter(SmppLink::open);
    }

    SmppBoard.Shown shown() {
        SmppBoard.Shown shown = board.shown();
        SmppLink link = bound;
        return shown.status() == Status.READY && (link == null || !link.open())
                ? new SmppBoard.Shown(Status.LOST, link == null ? "the connection ended" : link.ending())
                : shown;
    }

    /** The owner's thread with its one guard. */
    private void own() {
        while (stop.getCount() > 0) {
            long began = System.nanoTime();
            try {
                session();
            } catch (BindRefused e) {
                board.show(e.forPeople() ? Status.BLOCKED : Status.LOST, e.getMessage());
            } catch (IOException | TimeoutException | PDUStringException e) {
                board.show(Status.LOST, "not connected: " + e.getClass().getSimpleName());
                LOG.log(Level.FINE, "line " + settings.name(), e);
            } catch (RuntimeException | VirtualMachineError | LinkageError e) {
                LOG.log(Level.SEVERE, "line " + settings.name() + ": unexpected, connecting again", e);
                board.show(Status.LOST, "internal error, see the log");
            }
            boolean good =
                    System.nanoTime() - began > settings.pauses().longest().toNanos();
            failures = good ? 1 : failures + 1;
            sleep(settings.pauses().after(failures, random));
        }
        board.show(Status.LOST, "stopped");
    }

    private void session() throws IOException, TimeoutException, PDUStringException {
        if (board.shown().status() != Status.BLOCKED) {
            board.show(Status.STARTING, "connecting to " + settings.address());
        }
        SmppLink link = new SmppLink(SmppSocket.open(settings.address(), settings.trust()));
        try (link) {
            current = link;
            Optional<AnswersHeard> heard = heard(link);
            read(link);
            bind(link);
            bound = link;
            board.show(Status.READY, "bound as " + word() + " at " + settings.address());
            watch(link, heard);
        } catch (LinkLost e) {
            LOG.log(Level.FINE, "line {0}: {1}", new Object[] {settings.name(), e.getMessage()});
        } finally {
            bound = null;
            current = null;
        }
        if (stop.getCount() > 0) {
            board.show(Status.LOST, link.ending());
        }
    }

    /** A transmitter carries no answers of ours. */
    private Optional<AnswersHeard> heard(SmppLink link) {
        return command == SMPPConstant.CID_BIND_TRANSMITTER
                ? Optional.empty()
                : Optional.of(new AnswersHeard(
                        reception, link, threads, clock, settings.pauses().enquire()));
    }

    private void read(SmppLink link) {
        AtomicBoolean told = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();
        new OwnThread(threads, "smpp-" + settings.name() + "-read")
                .start(() -> link.read(pdu -> requested(pdu, link, refused), () -> unasked(told)));
    }

    /** Told once a connection, counted each time (security row 81). */
    private void unasked(AtomicBoolean told) {
        counts.count(settings.name(), LineCounts.Event.UNASKED);
        if (told.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "line {0}: an answer that nobody waits for", settings.name());
        }
    }

    private void bind(SmppLink link) throws IOException, TimeoutException, PDUStringException {
        SmppPdu answer = link.ask(
                (composer, number) -> composer.bind(
                        command,
                        number,
                        settings.address().user(),
                        settings.password(),
                        settings.systemType(),
                        InterfaceVersion.IF_34.value(),
                        settings.form().range().ton(),
                        settings.form().range().npi(),
                        settings.form().addressRange()),
                settings.pauses().enquire());
        if (!answer.granted()) {
            throw new BindRefused(answer.status());
        }
    }

    /** Asks a silent centre; no answer in time ends the session. */
    private void watch(SmppLink link, Optional<AnswersHeard> heard)
            throws IOException, TimeoutException, PDUStringException {
        Duration silence = settings.pauses().enquire();
        while (link.open() && !stopped(silence.dividedBy(TICKS))) {
            if (link.silence().compareTo(silence) >= 0) {
                link.ask((composer, number) -> composer.enquireLink(number), silence);
            }
            if (heard.isPresent()) {
                heard.get().look();
            }
        }
        if (link.open() && heard.isPresent()) {
            heard.get().unbind(UNBIND);
        } else if (link.open()) {
            link.ask((composer, number) -> composer.unbind(number), UNBIND);
        }
    }

    /** A look at the connection at least every quarter of a second, so that its end is seen. */
    private boolean stopped(Duration wait) {
        return sleep(Duration.ofMillis(Math.min(wait.toMillis(), 250)));
    }

    /** What the centre asks of us (SMPP 3.4 2.2); what we do not know gets a generic_nack and the session lives. */
    private void requested(SmppPdu pdu, SmppLink link, AtomicBoolean refused) {
        switch (pdu.command()) {
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM -> delivered(pdu, link);
            case SMPPConstant.CID_ENQUIRE_LINK ->
                link.answer((composer, number) -> composer.enquireLinkResp(number), pdu.sequence());
            case SMPPConstant.CID_UNBIND -> link.unbound(pdu.sequence());
            case SMPPConstant.CID_ALERT_NOTIFICATION ->
                LOG.log(Level.FINE, "line {0}: alert_notification", settings.name());
            default -> unknown(pdu, link, refused);
        }
    }

    /** Nothing of it is kept: the centre is told that we did not take it, and once a connection the technician that it came. */
    private void unknown(SmppPdu pdu, SmppLink link, AtomicBoolean refused) {
        if (refused.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "line {0}: the centre asks what we do not know and refuse: {1}", new Object[] {
                settings.name(), pdu
            });
        }
        link.answer(
                (composer, number) -> composer.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number), pdu.sequence());
    }

    /** Some centres deliver in the same breath as they answer the bind. */
    private void delivered(SmppPdu pdu, SmppLink link) {
        if (command == SMPPConstant.CID_BIND_TRANSMITTER) {
            Reception.answer(pdu, link, SMPPConstant.STAT_ESME_RINVBNDSTS);
        } else {
            reception.take(pdu, link);
        }
    }

    /** True when the line is to stop. */
    private boolean sleep(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until the owner has unbound and ended. */
    void join() {
        owner.join(STOP_MILLIS);
        SmppLink left = current;
        if (left != null) {
            left.close();
        }
    }
}
