package vn.mscore.hotline.sms.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What the service centre holds for one modem until the modem takes it; store and forward, in order. */
final class Mailbox {
    private final Deque<AirMessage> waiting = new ArrayDeque<>();
    private Subscriber subscriber;

    synchronized void attach(Subscriber newcomer) {
        subscriber = newcomer;
        flush();
    }

    synchronized void detach() {
        subscriber = null;
    }

    synchronized Subscriber subscriber() {
        return subscriber;
    }

    /** Adds a message and tries to hand it over; false when it has to wait. */
    synchronized boolean put(AirMessage message) {
        waiting.add(message);
        return flush();
    }

    /** Hands over what the modem will take; true when nothing is left. */
    synchronized boolean flush() {
        while (!waiting.isEmpty() && subscriber != null && subscriber.take(waiting.peek())) {
            waiting.remove();
        }
        return waiting.isEmpty();
    }
}
