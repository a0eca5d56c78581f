package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes the workers after something was queued and committed. Only a hint: they also look by themselves. */
@Singleton
class OutboxSignal {
    private long queued;

    /** Fact: a row was written to the outbox. */
    record Queued() {}

    synchronized void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued fact) {
        queued++;
        notifyAll();
    }

    /** How many signals there were. */
    synchronized long count() {
        return queued;
    }

    /** Wakes everybody. */
    synchronized void wake() {
        queued++;
        notifyAll();
    }

    /** Waits until there were more than {@code seen} signals, at most {@code limit}. */
    synchronized void await(long seen, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (queued == seen) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }
}
