package vn.mscore.hotline.voice.agi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Connections that have not said what they want. The exchange says it within milliseconds; when the room is full, the one
 * that has been silent longest is asked to leave, so that silent ones never keep a call out (row 99).
 */
final class WaitingRoom {
    /** How many may wait. */
    static final int SEATS = 16;

    private final Deque<AgiConnection> seats = new ArrayDeque<>();

    /** Lets one in; gives the one that must leave for it. */
    synchronized Optional<AgiConnection> enter(AgiConnection connection) {
        seats.addLast(connection);
        return seats.size() > SEATS ? Optional.of(seats.removeFirst()) : Optional.empty();
    }

    /** It has said what it wants, or is gone. */
    synchronized void leave(AgiConnection connection) {
        seats.remove(connection);
    }
}
