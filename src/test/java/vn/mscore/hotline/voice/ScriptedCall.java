package vn.mscore.hotline.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Recorded.End;

/**
 * A call whose caller acts by a script, one line a deed; both sides are written down ({@link #transcript()}), so that a
 * recorded conversation is compared line by line. The caller's lines:
 *
 * <pre>
 * press 1                answers a question; keys too many for one key are typed ahead into the next one
 * press 260814001277     keys too many for an entry of several are nobody's
 * press 26081400#        # ends the entry and is not part of it
 * wait                   lets a question pass without a key
 * cut in 1               presses while something is said: it stops, and the key begins the next answer
 * speak 12s              speaks into a recording, then silence ends it
 * speak 12s #            a key ends it; also: limit, hang up, and cut off (the line to the exchange: the caller speaks on)
 * quiet 5s               records nothing but silence; ends like speak
 * hang up                instead of an answer or a recording
 * hang up while speaking in the middle of what is said
 * </pre>
 *
 * A question that the script has no line for fails the test. What the flow does is written as
 * {@code say <sounds>}, {@code ask <most> <sounds>}, {@code record <purpose> [secret]}, {@code leave <exit>}.
 */
public final class ScriptedCall implements Call {
    private static final Duration SPOKEN = Duration.ofSeconds(2);
    private static final String OURS = "< ";
    private static final String THEIRS = "> ";

    private final CallStart start;
    private final Deque<String> script;
    private final List<String> transcript = new ArrayList<>();
    private final List<Recorded> recordings = new ArrayList<>();
    private final StringBuilder ahead = new StringBuilder();
    private Runnable beforeEach = () -> {};
    private boolean gone;
    private boolean secret;
    private Exit exit;

    /** A call that began like {@code start}, whose caller does what {@code lines} say. */
    public ScriptedCall(CallStart start, List<String> lines) {
        this.start = start;
        this.secret = start.sealed();
        this.script = new ArrayDeque<>(lines);
    }

    /** A call to {@code flow} from {@code caller} (null for a hidden number), begun at {@code at}. */
    public static ScriptedCall of(String flow, String caller, Instant at, String... lines) {
        Optional<PhoneNumber> number = Optional.ofNullable(caller).flatMap(PhoneNumber::parse);
        return new ScriptedCall(
                new CallStart("1787000000.1", flow, number, Optional.empty(), at, false), List.of(lines));
    }

    /** Runs {@code check} before everything the flow does, for instance that no transaction is open. */
    public ScriptedCall checking(Runnable check) {
        beforeEach = check;
        return this;
    }

    /** Lets {@code flow} run to its end; a hang-up is an end like any other. */
    public ScriptedCall run(CallFlow flow) {
        try {
            flow.run(this);
        } catch (CallerGone e) {
            if (!gone) {
                throw new AssertionError("the flow says that the caller is gone, who is not", e);
            }
        }
        return this;
    }

    /** Both sides in order: {@code < } what the flow did, {@code > } what the caller did. */
    public List<String> transcript() {
        return List.copyOf(transcript);
    }

    /** What was recorded, in order. */
    public List<Recorded> recordings() {
        return List.copyOf(recordings);
    }

    /** How the flow left; empty when it did not. */
    public Optional<Exit> exit() {
        return Optional.ofNullable(exit);
    }

    /** What the caller would still have done. */
    public List<String> unused() {
        return List.copyOf(script);
    }

    @Override
    public CallStart start() {
        return start;
    }

    @Override
    public void say(Speech speech) {
        begin("say" + sounds(speech));
        String next = script.isEmpty() ? "" : script.peek();
        if (next.equals("hang up while speaking")) {
            theirs();
            hangUp();
        }
        if (next.startsWith("cut in ")) {
            theirs();
            ahead.append(next.substring("cut in ".length()));
        }
    }

    @Override
    public void tell(Speech speech) {
        say(speech);
        ahead.setLength(0);
    }

    @Override
    public void inSecret(boolean now) {
        secret = now;
    }

    @Override
    public Keys ask(Speech question, Entry entry) {
        begin("ask " + entry.most() + sounds(question));
        if (ahead.isEmpty()) {
            String line = theirs();
            if (line.equals("hang up")) {
                hangUp();
            }
            if (!line.equals("wait")) {
                ahead.append(after(line, "press "));
            }
        }
        return collect(entry.most());
    }

    @Override
    public boolean hasKeys() {
        return !ahead.isEmpty();
    }

    private Keys collect(int most) {
        StringBuilder pressed = new StringBuilder();
        while (!ahead.isEmpty() && pressed.length() < most) {
            char key = ahead.charAt(0);
            ahead.deleteCharAt(0);
            if (key == '#') {
                return new Keys(pressed.toString(), true);
            }
            if (key == '*' || Character.isDigit(key)) {
                pressed.append(key);
            }
            if (pressed.indexOf("*") == 0) {
                return new Keys("*", false);
            }
        }
        if (pressed.length() == most) {
            AfterEntry after = new AfterEntry();
            after.complete(most);
            while (!ahead.isEmpty() && after.swallows(ahead.charAt(0))) {
                ahead.deleteCharAt(0);
            }
        }
        return new Keys(pressed.toString(), false);
    }

    @Override
    public Recorded record(RecordingOrder order) {
        begin("record " + order.purpose() + (order.secret() ? " secret" : ""));
        if (order.secret() && !secret) {
            throw new AssertionError("a report in secret, and the exchange does not know");
        }
        ahead.setLength(0);
        String line = theirs();
        if (line.equals("hang up")) {
            gone = true;
            return keep(Duration.ZERO, true, End.HANG_UP);
        }
        boolean quiet = line.startsWith("quiet ");
        String[] words = after(line, quiet ? "quiet " : "speak ").split(" ", 2);
        Duration length = Duration.ofMillis((long) (Double.parseDouble(words[0].replace("s", "")) * 1000));
        End end = end(words.length == 1 ? "silence" : words[1]);
        gone = end == End.HANG_UP || end == End.UNKNOWN;
        return keep(length, quiet, end);
    }

    private static End end(String word) {
        return switch (word) {
            case "#" -> End.KEY;
            case "silence" -> End.SILENCE;
            case "limit" -> End.LIMIT;
            case "hang up" -> End.HANG_UP;
            case "cut off" -> End.UNKNOWN;
            default -> throw new AssertionError("a recording does not end by: " + word);
        };
    }

    private Recorded keep(Duration length, boolean quiet, End end) {
        // Of two calls no two recordings have the same id: the call's own number comes first, from nought.
        int call = Integer.parseInt(start.id().substring(start.id().indexOf('.') + 1)) - 1;
        String digits = String.format("%06d%06d", call, recordings.size() + 1);
        RecordingId id = new RecordingId(
                UUID.fromString("00000000-0000-4000-8000-" + digits).toString());
        Recorded recorded = new Recorded(id, length, !quiet && length.compareTo(SPOKEN) >= 0, end);
        recordings.add(recorded);
        return recorded;
    }

    @Override
    public void leave(Exit verdict) {
        begin("leave " + verdict);
        exit = verdict;
    }

    private void begin(String deed) {
        beforeEach.run();
        if (gone) {
            throw new CallerGone();
        }
        if (exit != null) {
            throw new AssertionError("the flow has left and goes on: " + deed);
        }
        transcript.add(OURS + deed);
    }

    private String theirs() {
        if (script.isEmpty()) {
            throw new AssertionError("the script has no line for: " + transcript.get(transcript.size() - 1));
        }
        transcript.add(THEIRS + script.peek());
        return script.remove();
    }

    private void hangUp() {
        gone = true;
        throw new CallerGone();
    }

    private static String after(String line, String word) {
        if (!line.startsWith(word)) {
            throw new AssertionError("expected \"" + word + "...\" and not: " + line);
        }
        return line.substring(word.length());
    }

    private static String sounds(Speech speech) {
        return speech.sounds().stream()
                .map(sound -> " " + (sound.kind() == Sound.Kind.RECORDING ? "recording:" : "") + sound.id())
                .collect(Collectors.joining());
    }
}
