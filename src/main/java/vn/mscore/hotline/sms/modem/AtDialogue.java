package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command, one answer. Unsolicited lines are taken out before anything is matched and kept for {@link #event}; an
 * echo and noise are skipped; every wait has a deadline, which moves only while octets of an answer still trickle in.
 */
final class AtDialogue {
    private static final int SHORT = 5;
    private static final int TRICKLE = 3;
    private static final int PROMPT = 10;

    /** A modem at one octet a second needs six minutes for a long message; longer nobody waits. */
    private static final long MOST_NANOS = Duration.ofMinutes(10).toNanos();

    private static final int QUIET_HUNDREDTHS = 15;
    private static final String ESCAPE = "\u001B";
    private static final String CTRL_Z = "\u001A";
    private static final Pattern COMMAND = Pattern.compile("AT[ -~]{0,400}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern FAILURE = Pattern.compile("\\+(CM[SE]) ERROR:\\s*(.*)");

    private final AtWire wire;
    private final ErrorCodes codes;
    private final Patience patience;
    private final long trickle;
    private final Deque<Unsolicited> events = new ArrayDeque<>();
    private Unsolicited halfEvent;

    AtDialogue(AtWire wire, ErrorCodes codes, Patience patience) {
        this.wire = wire;
        this.codes = codes;
        this.patience = patience;
        this.trickle = patience.seconds(TRICKLE).toNanos();
    }

    /** Sends a command and waits up to {@code seconds} for its last line. */
    AtReply command(String command, int seconds) {
        write(line(command));
        return await(command, patience.seconds(seconds), false);
    }

    AtReply command(String command) {
        return command(command, SHORT);
    }

    /**
     * Sends {@code command}, waits for the prompt, writes the PDU and waits for the network's answer.
     *
     * @param handedOver run right before the PDU is finished: from then on nobody knows until the answer comes
     */
    AtReply submit(String command, String pdu, int seconds, Runnable handedOver) {
        if (!HEX.matcher(pdu).matches()) {
            throw new IllegalArgumentException("a PDU is hexadecimal");
        }
        write(line(command));
        AtReply prompt = await(command, patience.seconds(PROMPT), true);
        if (prompt.end() != AtReply.End.PROMPT) {
            return prompt;
        }
        handedOver.run();
        write(pdu + CTRL_Z);
        return await(command, patience.seconds(seconds), false);
    }

    private static String line(String command) {
        if (!COMMAND.matcher(command).matches()) {
            throw new IllegalArgumentException("not an AT command");
        }
        return command + "\r";
    }

    private void write(String text) {
        try {
            wire.write(text);
        } catch (IOException e) {
            throw new PortLost("write failed: " + e.getMessage());
        }
    }

    private AtReply await(String command, Duration limit, boolean promptEnds) {
        List<String> lines = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + limit.toNanos();
        while (true) {
            AtToken token = wire.take(end - System.nanoTime());
            if (token == null) {
                if (!wire.inMidLine(trickle) || System.nanoTime() - start > MOST_NANOS) {
                    return new AtReply(AtReply.End.SILENCE, -1, lines);
                }
                end = System.nanoTime() + trickle;
            } else if (token instanceof AtToken.Prompt && promptEnds) {
                return new AtReply(AtReply.End.PROMPT, -1, lines);
            } else if (token instanceof AtToken.Gone gone) {
                throw new PortLost(gone.why());
            } else if (token instanceof AtToken.Line line && !taken(line.text(), command)) {
                AtReply reply = last(line.text(), lines);
                if (reply != null) {
                    return reply;
                }
                lines.add(line.text());
                end = Math.max(end, System.nanoTime() + Math.min(limit.toNanos(), trickle));
            }
        }
    }

    /** Whether the line is an echo, an unsolicited one, or the PDU of one. */
    private boolean taken(String line, String command) {
        if (halfEvent != null) {
            Unsolicited whole = halfEvent.with(line);
            halfEvent = null;
            if (HEX.matcher(line).matches() || whole.textMode()) {
                events.add(whole);
                return true;
            }
        }
        if (line.equals(command)) {
            return true;
        }
        Unsolicited event = Unsolicited.of(line, command);
        if (event == null) {
            return false;
        }
        if (event.wantsPdu()) {
            halfEvent = event;
        } else {
            events.add(event);
        }
        return true;
    }

    private AtReply last(String line, List<String> lines) {
        if (line.equals("OK")) {
            return new AtReply(AtReply.End.OK, -1, lines);
        }
        if (line.equals("ERROR") || line.equals("COMMAND NOT SUPPORT") || line.equals("TOO MANY PARAMETERS")) {
            return new AtReply(AtReply.End.ERROR, -1, lines);
        }
        Matcher failure = FAILURE.matcher(line);
        if (!failure.matches()) {
            return null;
        }
        AtReply.End kind = AtReply.End.valueOf(failure.group(1));
        return new AtReply(kind, codes.number(kind, failure.group(2)), lines);
    }

    /** The oldest unsolicited line; waits up to {@code seconds} for one, and returns null earlier when woken. */
    Unsolicited event(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (events.isEmpty()) {
            AtToken token = wire.take(end - System.nanoTime());
            if (token == null || token instanceof AtToken.Wake) {
                return null;
            }
            if (token instanceof AtToken.Gone gone) {
                throw new PortLost(gone.why());
            }
            if (token instanceof AtToken.Line line) {
                taken(line.text(), "");
            }
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
    Unsolicited await(String name, int seconds) {
        long end = System.nanoTime() + patience.seconds(seconds).toNanos();
        Unsolicited event = late(name);
        while (event == null && System.nanoTime() < end) {
            AtToken token = wire.take(end - System.nanoTime());
            if (token instanceof AtToken.Gone gone) {
                throw new PortLost(gone.why());
            }
            if (token instanceof AtToken.Line line) {
                taken(line.text(), "");
            }
            event = late(name);
        }
        return event;
    }

    /** Waits without losing anything that comes; shorter when somebody calls for attention. */
    void pause(int seconds) {
        long end = System.nanoTime() + patience.seconds(seconds).toNanos();
        AtToken token = wire.take(end - System.nanoTime());
        while (token != null && !(token instanceof AtToken.Wake)) {
            if (token instanceof AtToken.Gone gone) {
                throw new PortLost(gone.why());
            }
            if (token instanceof AtToken.Line line) {
                taken(line.text(), "");
            }
            token = wire.take(end - System.nanoTime());
        }
    }

    /**
     * Finds back to a modem that did not answer: ESC leaves a prompt, then AT until it says OK, then silence so that
     * late answers are not taken for the next one. Throws when it stays dumb.
     */
    void resync() {
        write(ESCAPE + "\r");
        settle();
        for (int attempt = 0; attempt < 3; attempt++) {
            AtReply reply = command("AT", 2);
            if (!reply.silent()) {
                settle();
            }
            if (reply.ok()) {
                return;
            }
        }
        throw new PortLost("no answer to AT");
    }

    /** Waits until nothing comes any more, at most two seconds. */
    private void settle() {
        AtReply reply = await("", patience.hundredths(QUIET_HUNDREDTHS), false);
        for (int round = 0; round < 10 && (!reply.silent() || !reply.lines().isEmpty()); round++) {
            reply = await("", patience.hundredths(QUIET_HUNDREDTHS), false);
        }
    }
}
