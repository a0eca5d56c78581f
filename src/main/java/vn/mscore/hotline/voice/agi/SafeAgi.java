package vn.mscore.hotline.voice.agi;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.AnswerCommand;
import org.asteriskjava.fastagi.command.ChannelStatusCommand;
import org.asteriskjava.fastagi.command.GetDataCommand;
import org.asteriskjava.fastagi.command.NoopCommand;
import org.asteriskjava.fastagi.command.RecordFileCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Exit;

/**
 * The few commands we give the exchange, and the only user of asterisk-java's channel (security R24). There is no command
 * that takes free text: a file's path is letters, digits and {@code _./:@+-}, all else are numbers and constants. Once the
 * caller is gone, or is out of our hands because the connection is, every command throws {@link CallerGone}.
 */
final class SafeAgi {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./:@+-]{1,208}");
    private static final String KEYS = "0123456789*#";
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final AgiChannel channel;
    private final Consumer<Duration> answerWithin;
    private final BooleanSupplier cutOff;
    private final Duration patience;
    private boolean gone;

    /**
     * Commands {@code channel}.
     *
     * @param answerWithin told before each command how long its answer may take
     * @param cutOff whether the connection is lost or closed: the exchange speaks on with the caller
     * @param patience how long playing a prompt may take
     */
    SafeAgi(AgiChannel channel, Consumer<Duration> answerWithin, BooleanSupplier cutOff, Duration patience) {
        this.channel = channel;
        this.answerWithin = answerWithin;
        this.cutOff = cutOff;
        this.patience = patience;
    }

    /**
     * What came of playing a file.
     *
     * @param key the key that cut it short, 0 for none
     * @param position the sample at which it stopped
     * @param failed whether it could not be played
     */
    record Played(char key, int position, boolean failed) {}

    /**
     * Keys that were pressed.
     *
     * @param complete whether as many as asked for came, or {@code #}; else time was up
     */
    record Pressed(String keys, boolean complete) {}

    /**
     * What came of a recording.
     *
     * @param why {@code dtmf}, {@code timeout}, {@code hangup} or what went wrong
     * @param samples how many were written
     */
    record Taken(String why, long samples) {}

    /** Takes the call up (ANSWER); nothing happens to one that is up. */
    void answer() {
        if (send(new AnswerCommand(), SHORT).getResultCode() < 0) {
            throw gone();
        }
    }

    /** Plays a file (STREAM FILE) of a known or, 0, a usual length from a sample on; a key of the keypad cuts it short. */
    Played play(String file, int from, Duration length) {
        return play(file, from, length, KEYS);
    }

    /** Plays a file of a usual length to its end; what is pressed meanwhile is lost. */
    Played playWhole(String file) {
        return play(file, 0, Duration.ZERO, "");
    }

    private Played play(String file, int from, Duration length, String keys) {
        Duration usual = length.isZero() ? patience : length.plus(SHORT);
        AgiReply reply = send(new StreamFileCommand(safe(file), keys, from), usual);
        int position = number(reply.getAttribute("endpos"));
        int result = reply.getResultCode();
        boolean failed = result < 0 || position == 0 && result == 0;
        if (result < 0) {
            // Also the answer to a hang-up, which then shows in this command: it is refused on a dead channel.
            send(new ChannelStatusCommand(), SHORT);
        }
        return new Played(result > 0 ? (char) result : 0, position, failed);
    }

    /** Waits for a key (WAIT FOR DIGIT); 0 when none came in time. */
    char key(Duration limit) {
        AgiReply reply = send(new WaitForDigitCommand(limit.toMillis()), limit.plus(SHORT));
        int result = reply.getResultCode();
        if (result < 0) {
            throw gone();
        }
        return (char) result;
    }

    /** Waits for more keys (GET DATA without a prompt), {@code between} for each. */
    Pressed keys(int most, Duration between) {
        GetDataCommand command = new GetDataCommand("", between.toMillis(), most);
        AgiReply reply = send(command, between.plusSeconds(1).multipliedBy(most).plus(SHORT));
        if ("-1".equals(reply.getResult())) {
            throw gone();
        }
        return new Pressed(reply.getResult(), !"timeout".equals(reply.getExtra()));
    }

    /** Records (RECORD FILE) until {@code #}, silence, the limit or the hang-up; {@code file} without its ending. */
    Taken record(String file, Duration longest, Duration silence) {
        RecordFileCommand command = new RecordFileCommand(
                safe(file), "wav", "#", Math.toIntExact(longest.toMillis()), 0, false, (int) silence.toSeconds());
        AgiReply reply = send(command, longest.plus(SHORT));
        String why = Objects.requireNonNullElse(reply.getExtra(), reply.getResultCode() < 0 ? "failed" : "dtmf");
        if (why.equals("hangup")) {
            gone = true;
        }
        return new Taken(why, number(reply.getAttribute("endpos")));
    }

    /** Leaves the verdict the dialplan reads; also possible when the caller is gone. */
    void verdict(Exit exit) {
        String word =
                switch (exit) {
                    case HANG_UP -> "hang-up";
                    case TO_QUEUE -> "to-queue";
                    case TO_FALLBACK -> "to-fallback";
                };
        send(new SetVariableCommand("HOTLINE_VERDICT", word), SHORT);
    }

    /** Leaves word of the lane for the dialplan's fallback. */
    void lane(boolean sealed) {
        send(new SetVariableCommand("HOTLINE_LANE", sealed ? "sealed" : "open"), SHORT);
    }

    /** Asks for nothing: shows that somebody answers. */
    void nothing() {
        send(new NoopCommand(), SHORT);
    }

    /** Whether the caller is known to be gone, and not only out of our hands. */
    boolean isGone() {
        return gone && !cutOff.getAsBoolean();
    }

    private AgiReply send(AgiCommand command, Duration limit) {
        if (gone) {
            throw new CallerGone();
        }
        answerWithin.accept(limit);
        try {
            AgiReply reply = channel.sendCommand(command);
            Require.that(reply.getStatus() == AgiReply.SC_SUCCESS, "the exchange answered out of turn");
            return reply;
        } catch (AgiHangupException | AgiNetworkException e) {
            // The library takes a connection that it cannot read for a hang-up: which it was the connection knows.
            throw gone();
        } catch (AgiException e) {
            throw new IllegalStateException("the exchange does not know a command of ours", e);
        }
    }

    private CallerGone gone() {
        gone = true;
        return new CallerGone();
    }

    private static String safe(String value) {
        Require.that(SAFE.matcher(value).matches(), "not a value for the exchange");
        return value;
    }

    private static int number(String digits) {
        return digits != null && digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
