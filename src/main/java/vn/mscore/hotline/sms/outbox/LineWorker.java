package vn.mscore.hotline.sms.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineCounts.Event;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Claim;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Finished;

/**
 * Sends by one line, one message after the other; a line with a window has several of these. What became of the last one
 * and the taking of the next are one commit; the line is only asked after it.
 */
final class LineWorker implements Runnable {
    private static final Logger LOG = Logger.getLogger(LineWorker.class.getName());
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration SHORTEST = Duration.ofMillis(2);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final SmsLine line;
    private final RateGate gate;
    private final Tools tools;
    private final LineHands hands;
    private final boolean first;
    private volatile boolean running = true;
    private Optional<Finished> last = Optional.empty();
    private Duration nap = SHORTEST;
    private boolean saidSpent;
    private boolean settled = true;
    private int failures;

    /** What all workers share. */
    record Tools(
            SqlOutboxQueue queue,
            LineChooser chooser,
            OutboxSignal signal,
            LineCounts counts,
            InTransaction transactions) {}

    LineWorker(SmsLine line, RateGate gate, Tools tools) {
        this(line, gate, tools, new LineHands(), true);
    }

    private LineWorker(SmsLine line, RateGate gate, Tools tools, LineHands hands, boolean first) {
        this.line = line;
        this.gate = gate;
        this.tools = tools;
        this.hands = hands;
        this.first = first;
    }

    /** One more for the same line: it looks when another has found something. */
    LineWorker sibling() {
        return new LineWorker(line, gate, tools, hands, false);
    }

    /** Lets the message in hand finish, then ends. */
    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running || last.isPresent()) {
            long seen = tools.signal().count();
            try {
                if (!step()) {
                    pause(seen);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "line {0} cannot reach the outbox, waits: {1}", new Object[] {
                    line.name(), e.getClass().getName()
                });
                weigh(e);
                if (!rest()) {
                    return;
                }
            }
        }
    }

    /** Notes the last outcome, takes and sends the next message; false when there was nothing to do. */
    boolean step() {
        boolean mayTake = running && mayTake();
        if (last.isEmpty() && settled && !mayTake) {
            return false;
        }
        boolean noted = last.isPresent();
        Optional<Claim> next = commit(mayTake);
        last = Optional.empty();
        last = next.map(this::send);
        return noted || next.isPresent();
    }

    // A commit whose answer was lost may have taken a row that this worker never saw and so never sent: it is given
    // back.
    private Optional<Claim> commit(boolean mayTake) {
        boolean clean = settled;
        settled = false;
        Lock lock = hands.commit(!clean);
        lock.lock();
        try {
            Optional<Claim> next = tools.transactions().call(() -> work(clean, mayTake));
            hands.pass(last.map(finished -> finished.claim().id()), next.map(Claim::id));
            settled = true;
            failures = 0;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Claim> work(boolean clean, boolean mayTake) {
        if (!clean) {
            tools.queue().release(line.name(), hands.held());
        }
        last.ifPresent(finished -> {
            tools.queue().record(line.name(), finished);
            Failpoint.hit("out.afterResult.beforeCommit");
        });
        return mayTake
                ? tools.queue().claim(line.name(), kind -> tools.chooser().others(line, kind))
                : Optional.empty();
    }

    // An outcome that the database refuses again and again, though it is there, must not hold up the line.
    private void weigh(RuntimeException failure) {
        failures += SqlFailure.isRefusal(failure) ? 1 : 0;
        if (failures >= TRIES) {
            last = last.map(finished -> new Finished(
                    finished.claim(), new SendOutcome(Result.UNKNOWN, List.of(), "the outcome could not be noted")));
        }
    }

    private boolean mayTake() {
        if (gate.isSpent() && !saidSpent) {
            LOG.log(Level.WARNING, "line {0} has reached its daily cap", line.name());
        }
        saidSpent = gate.isSpent();
        tools.chooser().spent(line.name(), saidSpent);
        return tools.chooser().isReady(line) && gate.isFree(hands.held().size() - (last.isPresent() ? 1 : 0));
    }

    private Finished send(Claim claim) {
        nap = SHORTEST;
        hands.hint();
        SendOutcome outcome = outcome(claim);
        int parts = Math.max(1, outcome.references().size());
        if (outcome.result() != Result.REFUSED) {
            gate.pay(parts);
        }
        tools.counts()
                .count(
                        line.name(),
                        switch (outcome.result()) {
                            case SENT -> Event.SENT;
                            case RETRY -> Event.RETRY;
                            case UNKNOWN -> Event.UNKNOWN;
                            case REFUSED -> Event.FAILED;
                        });
        if (outcome.result() == Result.SENT) {
            tools.counts().count(line.name(), Event.PART, parts);
        } else {
            LOG.log(Level.INFO, "text {0} on line {1}: {2}", new Object[] {
                Long.toString(claim.id()), line.name(), outcome.result()
            });
        }
        return new Finished(claim, outcome);
    }

    private SendOutcome outcome(Claim claim) {
        SmsLine.Submission submission;
        try {
            submission = tools.queue().open(claim);
        } catch (PersonalDataCipher.CannotOpen | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "text {0} cannot be opened and is not sent", Long.toString(claim.id()));
            return new SendOutcome(Result.REFUSED, List.of(), "this text cannot be opened");
        }
        try {
            Failpoint.hit("out.afterSending.beforeCmgs");
            SendOutcome sent = line.send(submission);
            Failpoint.hit("out.afterCmgs.beforeResult");
            return sent;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "line " + line.name() + " broke while sending", e);
            return new SendOutcome(Result.UNKNOWN, List.of(), e.getClass().getName());
        }
    }

    // Shortly after a signal looks again soon, since a signal may come before its commit; then less and less often.
    private void pause(long seen) throws InterruptedException {
        if (!first) {
            hands.await();
            return;
        }
        tools.signal().await(seen, nap);
        boolean woken = tools.signal().count() != seen;
        Duration longer = nap.multipliedBy(3);
        nap = woken ? SHORTEST : longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }

    private static boolean rest() {
        try {
            Thread.sleep(OUTAGE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
