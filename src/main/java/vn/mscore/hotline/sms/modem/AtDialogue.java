package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * One command, one answer. Unsolicited lines never get into an answer, noise does no harm, and every wait has a deadline,
 * which moves only while octets of an answer still trickle in.
 */
final class AtDialogue {
    private static final int SHORT = 5;
    private static final int TRICKLE = 3;
    private static final int PROMPT = 10;
    private static final int MODE_STANDS = 20;
    private static final String PDU_MODE = "AT+CMGF=0";

    /** A modem at one octet a second needs six minutes for a long message; longer nobody waits. */
    private static final long MOST_NANOS = Duration.ofMinutes(10).toNanos();

    private static final int MOST_LINES = 4000;
    private static final int QUIET_HUNDREDTHS = 15;
    private static final String ESCAPE = "\u001B";
    private static final List<String> ATTEMPTS = List.of("AT", "ATQ0V1E0", "AT");
    private static final String CTRL_Z = "\u001A";
    private static final Set<String> ERRORS = Set.of("ERROR", "COMMAND NOT SUPPORT", "TOO MANY PARAMETERS");
    private static final Pattern COMMAND = Pattern.compile("AT[ -~]{0,400}");
    private static final Pattern HEX = Pattern.compile("[0-9A-F]+");
    private static final Pattern FAILURE = Pattern.compile("\\+(CM[SE]) ERROR:\\s*(.*)");

    private final AtWire wire;
    private final AtEars ears;
    private final ErrorCodes codes;
    private final Patience patience;
    private final long trickle;
    private final long modeStands;
    private boolean modeConfirmed;
    private long modeConfirmedAt;

    AtDialogue(AtWire wire, ErrorCodes codes, Patience patience) {
        this.wire = wire;
        this.ears = new AtEars(wire);
        this.codes = codes;
        this.patience = patience;
        this.trickle = patience.seconds(TRICKLE).toNanos();
        this.modeStands = patience.seconds(MODE_STANDS).toNanos();
    }

    /** Sends a command and waits up to {@code seconds} for its last line. */
    AtReply command(String command, int seconds) {
        write(line(command));
        AtReply reply = await(command, patience.seconds(seconds), false);
        if (command.equals(PDU_MODE)) {
            modeConfirmed = reply.ok();
            modeConfirmedAt = System.nanoTime();
        }
        return reply;
    }

    /**
     * Whether the modem is in PDU mode; asks it when it did not say so lately, since one that started again meanwhile is in
     * text mode and would take a PDU for words.
     */
    boolean inPduMode() {
        boolean stands = modeConfirmed && System.nanoTime() - modeConfirmedAt < modeStands;
        return stands || command(PDU_MODE).ok();
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
        Require.that(HEX.matcher(pdu).matches(), "a PDU is hexadecimal");
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
        Require.that(COMMAND.matcher(command).matches(), "not an AT command");
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
        Deadline deadline = new Deadline(limit.toNanos());
        AtReply reply = null;
        while (reply == null) {
            AtToken token = ears.answer(command, deadline.left());
            if (token instanceof AtToken.Line line) {
                reply = last(line.text(), lines);
                lines.add(line.text());
                deadline.lineCame(lines.size());
            } else if (token instanceof AtToken.Prompt && promptEnds) {
                reply = new AtReply(AtReply.End.PROMPT, -1, lines);
            } else if (token == null && deadline.over()) {
                reply = new AtReply(AtReply.End.SILENCE, -1, lines);
            }
        }
        return reply;
    }

    /** Null when the line is not the last of an answer. */
    private AtReply last(String line, List<String> before) {
        if (line.equals("OK")) {
            return new AtReply(AtReply.End.OK, -1, List.copyOf(before));
        }
        if (ERRORS.contains(line)) {
            return new AtReply(AtReply.End.ERROR, -1, List.copyOf(before));
        }
        Matcher failure = FAILURE.matcher(line);
        if (!failure.matches()) {
            return null;
        }
        AtReply.End kind = AtReply.End.valueOf(failure.group(1));
        return new AtReply(kind, codes.number(kind, failure.group(2)), List.copyOf(before));
    }

    /** When to stop waiting. */
    private final class Deadline {
        private final long start = System.nanoTime();
        private final long limit;
        private long end;

        Deadline(long limit) {
            this.limit = limit;
            this.end = start + limit;
        }

        long left() {
            return Math.min(end, start + MOST_NANOS) - System.nanoTime();
        }

        /** A line of an answer came: the next may take as long as a trickle. */
        void lineCame(int count) {
            if (count > MOST_LINES) {
                throw new PortLost("an endless answer");
            }
            end = Math.max(end, System.nanoTime() + Math.min(limit, trickle));
        }

        /** Time is up, and no half line is coming in. */
        boolean over() {
            if (ears.inMidLine(trickle) && System.nanoTime() - start < MOST_NANOS) {
                end = System.nanoTime() + trickle;
                return false;
            }
            return true;
        }
    }

    /** See {@link AtEars#event}. */
    Unsolicited event(Duration limit) {
        return ears.event(limit.toNanos());
    }

    /** See {@link AtEars#left}. */
    Unsolicited left() {
        return ears.left();
    }

    /** See {@link AtEars#forgetRestarts}. */
    void forgetRestarts() {
        ears.forgetRestarts();
    }

    /** See {@link AtEars#restarted}. */
    boolean restarted() {
        return ears.restarted();
    }

    /** See {@link AtEars#late}. */
    Unsolicited late(String name) {
        return ears.late(name);
    }

    /** See {@link AtEars#await}. */
    Unsolicited await(String name, int seconds) {
        return ears.await(name, patience.seconds(seconds).toNanos());
    }

    /** See {@link AtEars#pause}. */
    void pause(int seconds) {
        ears.pause(patience.seconds(seconds).toNanos());
    }

    /**
     * Finds back to a modem that did not answer: ESC leaves a prompt, then AT until it says OK, then silence so that
     * late answers are not taken for the next one. One that was left to answer in numbers or not at all is told otherwise
     * (ITU-T V.250 6.2.5, 6.2.6). Throws when it stays dumb.
     */
    void resync() {
        modeConfirmed = false;
        write(ESCAPE + "\r");
        settle();
        for (String attempt : ATTEMPTS) {
            AtReply reply = command(attempt, 2);
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
        boolean more = true;
        for (int round = 0; more && round < 10; round++) {
            AtReply reply = await("", patience.hundredths(QUIET_HUNDREDTHS), false);
            more = !reply.silent() || !reply.lines().isEmpty();
        }
    }
}
