package vn.mscore.hotline.sms.modem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Sorts what the modem says: unsolicited lines are taken out and kept in order, echoes are dropped, and only the rest can
 * be an answer. A modem that says endlessly much is given up.
 */
final class AtEars {
    /** A PDU, or what noise left of it: a person may read it. */
    private static final Pattern MAY_BE_PDU = Pattern.compile("[0-9A-Fa-f]+|[0-9A-Fa-f]{8}.*");

    private static final int MOST_EVENTS = 5000;
    private static final int MOST_AT_ONCE = 100;

    private final AtWire wire;
    private final Deque<Unsolicited> events = new ArrayDeque<>();
    private Unsolicited halfEvent;
    private boolean woken;
    private int leftTokens = MOST_EVENTS;

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
        if (events.size() > MOST_EVENTS) {
            throw new PortLost("a flood of unsolicited lines");
        }
        AtToken token = wire.take(end - System.nanoTime());
        if (token instanceof AtToken.Gone gone) {
            throw new PortLost(gone.why());
        }
        woken |= token instanceof AtToken.Wake;
        return token;
    }

    /** Whether the line is an unsolicited one, or the PDU of one. */
    private boolean taken(String line, String command) {
        Unsolicited news = Unsolicited.of(line, command);
        return completes(line, news) || begins(news);
    }

    /** A call or an announcement may come between a header and its PDU; anything else says that the PDU is lost. */
    private boolean completes(String line, Unsolicited news) {
        Unsolicited half = halfEvent;
        if (half != null && half.goesOn(line)) {
            halfEvent = null;
            return begins(half.with(line));
        }
        if (half == null || (news != null && !news.wantsPdu() && !half.textMode())) {
            return false;
        }
        halfEvent = null;
        // Without its octets the message is told to a person at least, and the line is looked at as any other.
        boolean found = half.textMode() || MAY_BE_PDU.matcher(line).matches();
        events.add(found ? half.with(line) : half);
        return found;
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

    /**
     * The oldest unsolicited line; waits up to {@code nanos} for one, and returns null earlier when woken, also by a call that
     * came while an answer was waited for.
     */
    Unsolicited event(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean more = true;
        while (events.isEmpty() && more && !woken) {
            AtToken token = take(end);
            sort(token);
            more = token != null && System.nanoTime() - end < 0;
        }
        woken &= !events.isEmpty();
        return events.poll();
    }

    /**
     * The oldest unsolicited line that already came, whether or not the port is still there; null at the end, and once a modem
     * that never ends has said enough.
     */
    Unsolicited left() {
        AtToken token = nextLeft();
        while (token != null && !(token instanceof AtToken.Gone)) {
            sort(token);
            token = nextLeft();
        }
        if (events.isEmpty() && halfEvent != null) {
            events.add(halfEvent);
            halfEvent = null;
        }
        return events.poll();
    }

    private AtToken nextLeft() {
        return events.isEmpty() && leftTokens-- > 0 ? wire.take(0) : null;
    }

    /** Whether anything that came so far tells that the modem started again. */
    boolean restarted() {
        AtToken token = take(System.nanoTime());
        for (int i = 1; i < MOST_AT_ONCE && token != null; i++) {
            sort(token);
            token = take(System.nanoTime());
        }
        sort(token);
        return events.stream().anyMatch(Unsolicited::restarted);
    }

    /** Forgets what told so. */
    void forgetRestarts() {
        if (restarted()) {
            events.removeIf(Unsolicited::restarted);
        }
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
        while (token != null && !(token instanceof AtToken.Wake) && System.nanoTime() - end < 0) {
            sort(token);
            token = take(end);
        }
        sort(token);
    }

    /** Whether octets of an unfinished line came within the last {@code nanos}. */
    boolean inMidLine(long nanos) {
        return wire.inMidLine(nanos);
    }
}
