package vn.mscore.hotline.sms.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineCounts.Event;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Claim;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Finished;

/**
 * Sends by one line, as many messages at a time as its window holds. What became of the last ones and the taking of the next
 * are one commit, if there may be a next one; the line is only asked after it.
 */
final class LineWorker implements Runnable {
    private static final Logger LOG = Logger.getLogger(LineWorker.class.getName());
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final SmsLine line;
    private final RateGate gate;
    private final Tools tools;
    private final LineHands hands;
    private volatile boolean running = true;
    private final List<Finished> last = new ArrayList<>();
    private Duration nap = SHORTEST;
    private boolean saidSpent;
    private final List<Claim> inDoubt = new ArrayList<>();
    private boolean settled = true;
    private int failures;
    private int oneByOne;
    private volatile long knownQueued = -1;
    private long lookedAt;

    /** What all workers share. */
    record Tools(
            SqlOutboxQueue queue,
            LineChooser chooser,
            OutboxSignal signal,
            LineCounts counts,
            InTransaction transactions) {}

    LineWorker(SmsLine line, RateGate gate, Tools tools) {
        this.line = line;
        this.gate = gate;
        this.tools = tools;
        this.hands = new LineHands(line.window());
    }

    /** Starts threads that send at the same time when the line's window holds more than one. */
    void startHands(ThreadFactory factory) {
        hands.start(line.name(), factory, this::send, this::sent);
    }

    private void sent() {
        if (hurries()) {
            tools.signal().sent(line.name());
        }
    }

    /** Whether a text waits for the room of outcomes: if not, the next one shares their commit, or the next look. */
    private boolean hurries() {
        return !hands.areSeveral() || knownQueued != tools.signal().queued(line.name());
    }

    /** Lets the messages in hand finish, then ends. */
    void stop() {
        running = false;
    }

    @Override
    public void run() {
        try {
            while (running || !hands.held().isEmpty()) {
                long seen = tools.signal().count(line.name());
                if (!stepped()) {
                    pause(seen);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hands.close();
        }
    }

    private boolean stepped() throws InterruptedException {
        try {
            return step();
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.SEVERE, "line {0} cannot reach the outbox, waits: {1}", new Object[] {
                line.name(), e.getClass().getName()
            });
            weigh(e);
            Thread.sleep(OUTAGE.toMillis());
            return true;
        }
    }

    /** Notes the last outcomes, takes and sends the next messages; false when there is nothing more to do at once. */
    boolean step() {
        last.addAll(hands.finished());
        List<Finished> noted = List.copyOf(oneByOne == 0 ? last : last.subList(0, Math.min(1, last.size())));
        long queued = tools.signal().queued(line.name());
        boolean looks = running && (queued != knownQueued || isStale(noted.isEmpty()));
        Rooms rooms = looks ? rooms(noted.size()) : Rooms.NONE;
        int room = rooms.most();
        if (noted.isEmpty() && settled && room == 0) {
            return false;
        }
        List<Claim> next = commit(noted, rooms);
        if (room > 0) {
            lookedAt = System.nanoTime();
            knownQueued = next.size() < room ? queued : -1;
        }
        hands.send(next, this::send);
        if (!noted.isEmpty() || !next.isEmpty()) {
            nap = SHORTEST;
        }
        return hands.hasFinished() && hurries() || !last.isEmpty() || room > 0 && next.size() == room;
    }

    /** What no signal told of is looked for all the same: in each idle moment, and between outcomes. */
    private boolean isStale(boolean noOutcome) {
        if (noOutcome && hands.held().isEmpty()) {
            return true;
        }
        Duration fresh = noOutcome ? LONGEST : SHORTEST;
        return System.nanoTime() - lookedAt >= fresh.toNanos();
    }

    // A commit whose answer was lost may have taken rows that this worker never saw and so never sent: they are given
    // back.
    private List<Claim> commit(List<Finished> noted, Rooms rooms) {
        settled = false;
        List<Claim> next = tools.transactions().call(() -> work(noted, rooms));
        gate.take(next.size());
        inDoubt.clear();
        last.removeAll(noted);
        hands.release(noted);
        settled = true;
        failures = 0;
        oneByOne = Math.max(0, oneByOne - 1);
        return next;
    }

    private List<Claim> work(List<Finished> noted, Rooms rooms) {
        tools.queue().giveBack(line.name(), inDoubt);
        if (!noted.isEmpty()) {
            tools.queue().record(line.name(), noted);
            Failpoint.hit("out.afterResult.beforeCommit");
        }
        if (rooms.most() == 0) {
            return List.of();
        }
        List<Claim> taken =
                tools.queue().claim(line.name(), kind -> tools.chooser().others(line, kind), rooms);
        inDoubt.addAll(taken);
        return taken;
    }

    // An outcome that the database refuses, though it is there, is noted alone, and when it is refused again and again
    // given up: it must not hold up the line.
    private void weigh(Throwable failure) {
        if (!SqlFailure.isRefusal(failure) || last.isEmpty()) {
            return;
        }
        failures += last.size() == 1 || oneByOne > 0 ? 1 : 0;
        oneByOne = last.size();
        if (failures >= TRIES) {
            Claim claim = last.get(0).claim();
            SendOutcome outcome = new SendOutcome(Result.UNKNOWN, List.of(), "the outcome could not be noted");
            last.set(0, new Finished(claim, outcome));
        }
    }

    /** How many messages of each kind may be taken: as the window, the pace and the day's cap allow. */
    private Rooms rooms(int noted) {
        boolean usedUp = gate.isUsedUp();
        if (usedUp && !saidSpent) {
            LOG.log(Level.WARNING, "line {0} has reached its daily cap", line.name());
        }
        saidSpent = usedUp;
        int most = tools.chooser().isReady(line) ? hands.room(noted) : 0;
        int inFlight = hands.parts()
                - last.stream().mapToInt(finished -> finished.claim().parts()).sum();
        Map<Kind, Integer> texts = new EnumMap<>(Kind.class);
        Map<Kind, Integer> parts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            int room = 0;
            while (room < most && gate.isFree(kind, inFlight, room)) {
                room++;
            }
            texts.put(kind, room);
            parts.put(kind, gate.left(kind, inFlight));
        }
        return new Rooms(texts, parts);
    }

    private Finished send(Claim claim) {
        if (tools.queue().isTooOld(claim)) {
            // Given up by those who look at more than one clock.
            gate.giveBack();
            return new Finished(claim, new SendOutcome(Result.RETRY, List.of(), "grew too old in our hand"));
        }
        SendOutcome outcome = outcome(claim);
        int parts = outcome.charged();
        if (outcome.result() != Result.REFUSED || parts > 0) {
            boolean asked = outcome.result() == Result.RETRY && outcome.parts() > 0;
            gate.settle(asked && line.countsFailedTries() ? Math.max(1, parts) : parts);
        } else {
            gate.giveBack();
        }
        tools.counts().count(line.name(), event(outcome.result()));
        if (parts > 0) {
            tools.counts().count(line.name(), Event.PART, parts);
        }
        if (outcome.result() != Result.SENT) {
            LOG.log(Level.INFO, "text {0} on line {1}: {2}", new Object[] {
                Long.toString(claim.id()), line.name(), outcome.result()
            });
        }
        return new Finished(claim, outcome);
    }

    private static Event event(Result result) {
        return switch (result) {
            case SENT -> Event.SENT;
            case RETRY -> Event.RETRY;
            case UNKNOWN -> Event.UNKNOWN;
            case REFUSED -> Event.FAILED;
        };
    }

    private SendOutcome outcome(Claim claim) {
        SmsLine.Submission submission;
        try {
            submission = tools.queue().open(claim);
        } catch (PersonalDataCipher.CannotOpen | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "text {0} cannot be opened and is not sent", Long.toString(claim.id()));
            return new SendOutcome(Result.REFUSED, List.of(), "this text cannot be opened");
        } catch (SqlFailure e) {
            return new SendOutcome(Result.RETRY, List.of(), "the key of this text cannot be asked for");
        }
        try {
            Failpoint.hit("out.afterSending.beforeCmgs");
            SendOutcome sent = line.send(submission);
            Failpoint.hit("out.afterCmgs.beforeResult");
            return sent;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.SEVERE, "line " + line.name() + " broke while sending", e);
            return new SendOutcome(Result.UNKNOWN, List.of(), e.getClass().getName());
        }
    }

    // Looks soon after a signal, then less and less often; asks for outcomes of which no signal tells.
    private void pause(long seen) throws InterruptedException {
        tools.signal().await(line.name(), seen, hands.held().isEmpty() ? nap : SHORTEST);
        boolean woken = tools.signal().count(line.name()) != seen;
        Duration longer = nap.multipliedBy(3);
        nap = woken ? SHORTEST : longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
}
