package vn.mscore.hotline.voice.agi;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.Recorder.Playable;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Sound;
import vn.mscore.hotline.voice.Speech;
import vn.mscore.hotline.voice.VoiceCounts;

/**
 * A call over FastAGI. A key pressed while no command runs is lost at the exchange, so commands follow each other at once:
 * STREAM FILE for each sound, which any key cuts short, then WAIT FOR DIGIT and GET DATA for what follows that key. For the
 * same reason it rings until there is something to say: what is looked up before the first word costs no key.
 */
final class AgiCall implements Call {
    private static final Logger LOG = Logger.getLogger(AgiCall.class.getName());
    private static final String PROMPTS = "hotline/";
    private static final Sound BEEP = Sound.prompt("vi/bip");
    private static final int SAMPLES_PER_SECOND = 8000;
    private static final int KEYS_AT_ONCE = 20;
    private static final Duration NEARLY = Duration.ofMillis(500);

    private final CallStart start;
    private final SafeAgi agi;
    private final Recorder recorder;
    private final VoiceCounts counts;
    private final TypedAhead ahead = new TypedAhead();
    private String reached = "";
    private boolean up;
    private Exit exit;

    AgiCall(CallStart start, SafeAgi agi, Recorder recorder, VoiceCounts counts) {
        this.start = start;
        this.agi = agi;
        this.recorder = recorder;
        this.counts = counts;
    }

    /** Nothing of a question could be played: waiting for keys would be dead air, the exchange's fallback speaks instead. */
    static final class NothingToHear extends RuntimeException {
        private static final long serialVersionUID = 1;

        NothingToHear(String sound) {
            super("no sound of a question can be played, beginning with " + sound);
        }
    }

    @Override
    public CallStart start() {
        return start;
    }

    /** The last sound the caller heard, empty when none. */
    String reached() {
        return reached;
    }

    /** How the flow left; empty when it did not. */
    Optional<Exit> exit() {
        return Optional.ofNullable(exit);
    }

    private void takeUp() {
        if (!up) {
            agi.answer();
            up = true;
        }
    }

    @Override
    public void say(Speech speech) {
        speak(speech);
    }

    @Override
    public void tell(Speech speech) {
        ahead.clear();
        takeUp();
        for (Sound sound : speech.sounds()) {
            if (agi.playWhole(PROMPTS + sound.id()).failed()) {
                leftOut(sound);
            } else {
                counts.played(sound.id());
                reached = sound.id();
            }
        }
    }

    /** Plays until the end or a key; tells whether anything was there to be heard. */
    private boolean speak(Speech speech) {
        takeUp();
        boolean heard = speech.sounds().isEmpty();
        for (Sound sound : speech.sounds()) {
            if (ahead.isWaiting()) {
                return true;
            }
            heard |= sound.kind() == Sound.Kind.RECORDING ? recording(sound) : prompt(sound);
        }
        return heard;
    }

    private boolean prompt(Sound sound) {
        return play(sound, PROMPTS + sound.id(), Duration.ZERO);
    }

    private boolean recording(Sound sound) {
        try (Playable copy = recorder.playable(new RecordingId(sound.id()))) {
            return play(sound, withoutEnding(copy.file().toString()), copy.length());
        } catch (UncheckedIOException e) {
            return leftOut(sound);
        }
    }

    private boolean play(Sound sound, String file, Duration length) {
        SafeAgi.Played played = agi.play(file, 0, length);
        while (played.key() != 0 && ahead.swallows(played.key())) {
            played = agi.play(file, played.position(), length);
        }
        if (played.failed()) {
            return leftOut(sound);
        }
        if (played.key() != 0) {
            ahead.add(played.key());
        }
        counts.played(sound.id());
        reached = sound.id();
        return true;
    }

    private boolean leftOut(Sound sound) {
        if (counts.leftOut(sound.id())) {
            LOG.log(Level.SEVERE, "a sound cannot be played and is left out: {0}", sound.id());
        }
        return false;
    }

    @Override
    public Keys ask(Speech question, Entry entry) {
        if (!ahead.isWaiting() && !speak(question)) {
            throw new NothingToHear(question.sounds().get(0).id());
        }
        StringBuilder pressed = new StringBuilder();
        char key = first(entry.first());
        if (key == '*') {
            ahead.entryComplete(1);
            return new Keys("*", false);
        }
        while (key != 0 && key != '#') {
            pressed.append(key);
            Failpoint.hit("call.afterEachDigit");
            key = pressed.length() < entry.most() && ahead.isWaiting() ? ahead.take() : 0;
        }
        boolean hash = key == '#' || !pressed.isEmpty() && collect(entry, pressed);
        if (pressed.length() == entry.most()) {
            ahead.entryComplete(entry.most());
        }
        return new Keys(pressed.toString(), hash);
    }

    /** The first key of an answer, 0 when none comes in time. */
    private char first(Duration limit) {
        if (ahead.isWaiting()) {
            return ahead.take();
        }
        long until = System.nanoTime() + limit.toNanos();
        for (Duration left = limit; !left.isNegative() && !left.isZero(); left = left(until)) {
            char key = agi.key(left);
            if (key == 0) {
                return 0;
            }
            if (!ahead.swallows(key) && TypedAhead.isKey(key)) {
                return key;
            }
        }
        return 0;
    }

    private static Duration left(long until) {
        return Duration.ofNanos(until - System.nanoTime());
    }

    /** Adds the keys that are missing, which the exchange collects by itself; tells whether {@code #} ended them. */
    private boolean collect(Entry entry, StringBuilder pressed) {
        while (pressed.length() < entry.most()) {
            int missing = Math.min(entry.most() - pressed.length(), KEYS_AT_ONCE);
            SafeAgi.Pressed more = agi.keys(missing, entry.between());
            more.keys().chars().filter(key -> TypedAhead.isKey((char) key)).forEach(key -> pressed.append((char) key));
            if (!more.complete() || more.keys().length() < missing) {
                return more.complete();
            }
        }
        return false;
    }

    @Override
    public boolean hasKeys() {
        return ahead.isWaiting();
    }

    @Override
    public Recorded record(RecordingOrder order) {
        ahead.clear();
        RecordingId id = recorder.promise(start, order);
        try {
            takeUp();
            return recorder.take(id, recorded(id, order));
        } catch (CallerGone e) {
            // Without the exchange's answer the file may still grow: who is not known to be gone perhaps speaks on.
            return recorder.leave(id, agi.isGone() ? End.HANG_UP : End.UNKNOWN);
        }
    }

    private End recorded(RecordingId id, RecordingOrder order) {
        prompt(BEEP);
        ahead.clear();
        String file = withoutEnding(recorder.spool(id).toString());
        long began = System.nanoTime();
        SafeAgi.Taken taken = agi.record(file, order.longest(), order.silence());
        return end(taken, Duration.ofNanos(System.nanoTime() - began), order.longest());
    }

    // The exchange says "timeout" for silence and for the limit; a caller who sends nothing while silent runs to the
    // limit
    // with a short file, so both the clock and the length of the file are asked.
    private static End end(SafeAgi.Taken taken, Duration elapsed, Duration longest) {
        Duration written = Duration.ofMillis(taken.samples() * 1000 / SAMPLES_PER_SECOND);
        Duration nearly = longest.minus(NEARLY);
        boolean full = elapsed.compareTo(nearly) >= 0 || written.compareTo(nearly) >= 0;
        return switch (taken.why()) {
            case "hangup" -> End.HANG_UP;
            case "dtmf" -> End.KEY;
            case "timeout" -> full ? End.LIMIT : End.SILENCE;
            default -> throw new IllegalStateException("the exchange could not record: " + taken.why());
        };
    }

    private static String withoutEnding(String file) {
        return file.endsWith(".wav") ? file.substring(0, file.length() - 4) : file;
    }

    @Override
    public void inSecret(boolean secret) {
        agi.lane(secret);
    }

    @Override
    public void leave(Exit verdict) {
        takeUp();
        agi.verdict(verdict);
        exit = verdict;
    }
}
