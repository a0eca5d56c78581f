package vn.mscore.hotline.sms.modem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Sorts what the modem says: unsolicited lines are taken out and kept in order, echoes are dropped, and only the rest can
 * be an answer. A modem that says endlessly much is given up.
 */
final class AtEars {
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final int MOST_EVENTS = 5000;

    private final AtWire wire;
    private final Deque<Unsolicited> events = new ArrayDeque<>();
    private Unsolicited halfEvent;

    AtEars(AtWire wire) {
        this.wire = wire;
    }

    /** The next prompt or line that may answer {@code command}; null after {@code nanos}. */
    AtToken answer(String command, long nanos) {
        long end = System.nanoTime() + nanos;
        AtToken token = take(end);
        while (token != null && !mayAnswer(token, command)) {
            token = take(end);
        }
        return token;
    }

    private boolean mayAnswer(AtToken token, String command) {
        return token instanceof AtToken.Prompt
                || (token instanceof AtToken.Line line && !line.text().equals(command) && !taken(line.text(), command));
    }

    private AtToken take(long end) {
        AtToken token = wire.take(end - System.nanoTime());
        if (token instanceof AtToken.Gone gone) {
            throw new PortLost(gone.why());
        }
        if (events.size() > MOST_EVENTS) {
            throw new PortLost("a flood of unsolicited lines");
        }
        return token;
    }

    /** Whether the line is an unsolicited one, or the PDU of one. */
    private boolean taken(String line, String command) {
        return completes(line) || begins(Unsolicited.of(line, command));
    }

    private boolean completes(String line) {
        Unsolicited half = halfEvent;
        halfEvent = null;
        if (half == null) {
            return false;
        }
        if (half.goesOn(line)) {
            return begins(half.with(line));
        }
        // Without its octets the message is told to a person at least, and the line is looked at as any other.
        boolean whole = half.textMode() || HEX.matcher(line).matches();
        events.add(whole ? half.with(line) : half);
        return whole;
    }

    private boolean begins(Unsolicited event) {
        return event != null && (event.wantsPdu() ? waitsForPdu(event) : events.add(event));
    }

    private boolean waitsForPdu(Unsolicited event) {
        halfEvent = event;
        return true;
    }

    private void sort(AtToken token) {
        if (token instanceof AtToken.Line line) {
            taken(line.text(), "");
        }
    }

    /** The oldest unsolicited line; waits up to {@code nanos} for one, and returns null earlier when woken. */
    Unsolicited event(long nanos) {
        long end = System.nanoTime() + nanos;
        while (events.isEmpty()) {
            AtToken token = take(end);
            if (token == null || token instanceof AtToken.Wake) {
                return null;
            }
            sort(token);
        }
        return events.poll();
    }

    /** The oldest unsolicited line that already came, whether or not the port is still there; null at the end. */
    Unsolicited left() {
        AtToken token = events.isEmpty() ? wire.take(0) : null;
        while (token != null && !(token instanceof AtToken.Gone)) {
            sort(token);
            token = events.isEmpty() ? wire.take(0) : null;
        }
        return events.poll();
    }

    /** Takes a waiting unsolicited line of this name out, or returns null. */
    Unsolicited late(String name) {
        for (Unsolicited event : events) {
            if (event.name().equals(name)) {
                events.remove(event);
                return event;
            }
        }
        return null;
    }

    /** Waits for an unsolicited line of this name, keeping the others; null when it does not come. */
    Unsolicited await(String name, long nanos) {
        long end = System.nanoTime() + nanos;
        Unsolicited event = late(name);
        while (event == null && System.nanoTime() < end) {
            sort(take(end));
            event = late(name);
        }
        return event;
    }

    /** Waits without losing anything that comes; shorter when somebody calls for attention. */
    void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        AtToken token = take(end);
        while (token != null && !(token instanceof AtToken.Wake)) {
            sort(token);
            token = take(end);
        }
    }

    /** Whether octets of an unfinished line came within the last {@code nanos}. */
    boolean inMidLine(long nanos) {
        return wire.inMidLine(nanos);
    }
}
