package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wakes the workers a queued and committed text is for, or whose outcomes wait. Only a hint: they also look by themselves. */
@Singleton
class OutboxSignal {
    private final Map<String, Long> ofLines = new HashMap<>();
    private final Map<String, Long> outcomes = new HashMap<>();
    private long ofAll;

    /** Fact: a row was written to the outbox; for {@code line}, or for whichever is free first. */
    record Queued(Optional<String> line) {}

    void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued fact) {
        fact.line().ifPresentOrElse(this::wake, this::wake);
    }

    /** How many signals there were for {@code line}. */
    synchronized long count(String line) {
        return queued(line) + outcomes.getOrDefault(line, 0L);
    }

    /** How many of them were no outcomes: texts may wait. */
    synchronized long queued(String line) {
        return ofAll + ofLines.getOrDefault(line, 0L);
    }

    /** Wakes the worker of {@code line} for outcomes that wait to be noted. */
    synchronized void sent(String line) {
        outcomes.merge(line, 1L, Long::sum);
        notifyAll();
    }

    /** Wakes the worker of {@code line}. */
    synchronized void wake(String line) {
        ofLines.merge(line, 1L, Long::sum);
        notifyAll();
    }

    /** Wakes everybody. */
    synchronized void wake() {
        ofAll++;
        notifyAll();
    }

    /** Waits until there were more than {@code seen} signals for {@code line}, at most {@code limit}. */
    synchronized void await(String line, long seen, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (count(line) == seen) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }
}
