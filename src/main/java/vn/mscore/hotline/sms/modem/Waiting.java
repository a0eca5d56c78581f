package vn.mscore.hotline.sms.modem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** Things without a copy on the SIM that could not be stored yet, in the order they came. */
final class Waiting<T> {
    private final Deque<T> things = new ArrayDeque<>();
    private final int most;
    private int triesOfFirst;

    Waiting(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    /** False when there are too many. */
    boolean add(T thing) {
        return things.size() < most && things.add(thing);
    }

    /** How often the first was tried, this time too. */
    int countTry() {
        return ++triesOfFirst;
    }

    /** Hands them to {@code storing} one by one until one cannot be stored and waits on; true when none waits any more. */
    boolean empty(Predicate<T> storing) {
        while (!things.isEmpty() && storing.test(things.peek())) {
            things.remove();
            triesOfFirst = 0;
        }
        return things.isEmpty();
    }
}
