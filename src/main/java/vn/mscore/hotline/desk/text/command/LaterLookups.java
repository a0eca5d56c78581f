package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.desk.LookupGate.Gate;
import vn.mscore.hotline.desk.text.Answers;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/**
 * Keeps the promise of T30: look-ups of a busy minute are answered in the next ones, oldest first. Kept in memory and
 * bounded; after a restart the citizen has to ask again, the text itself stays in the inbox.
 */
@Singleton
public class LaterLookups implements Job {
    private static final int MOST = 1000;

    private final LookupGate gate;
    private final DossierAnswers dossiers;
    private final Answers answers;
    private final InTransaction transaction;
    private final Deque<Waiting> waiting = new ConcurrentLinkedDeque<>();

    /** Answers by {@code answers}. */
    @Inject
    LaterLookups(LookupGate gate, DossierAnswers dossiers, Answers answers, InTransaction transaction) {
        this.gate = gate;
        this.dossiers = dossiers;
        this.answers = answers;
        this.transaction = transaction;
    }

    private record Waiting(Order order, Caller caller) {}

    /** Notes a look-up for later. */
    void add(Order order, Caller caller) {
        if (waiting.size() < MOST) {
            waiting.add(new Waiting(order, caller));
        }
    }

    @Override
    public String name() {
        return "answer-later-lookups";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int run() {
        int answered = 0;
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            Waiting first = next;
            if (!transaction.call(() -> isAnswered(first))) {
                waiting.addFirst(first);
                break;
            }
            answered++;
        }
        return answered;
    }

    private boolean isAnswered(Waiting next) {
        Gate met = gate.enter(next.caller().phone());
        if (met == Gate.OPEN) {
            answers.send(dossiers.answer(next.order(), next.caller()), next.caller());
        }
        return met != Gate.BUSY;
    }
}
