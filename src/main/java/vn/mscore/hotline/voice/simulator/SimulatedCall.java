package vn.mscore.hotline.voice.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Speech;

/** A call whose telephone is a page: the {@link CallWire} carries keys and speech in, prompts and questions out. */
@Vetoed
public final class SimulatedCall implements Call {
    private static final Duration LONGEST_PROMPT = Duration.ofSeconds(120);
    private static final Duration NOBODY_SPEAKS = Duration.ofSeconds(25);

    private volatile CallStart start;
    private final CallWire wire;
    private final Recorder recorder;
    private volatile Optional<Map.Entry<RecordingId, byte[]>> last = Optional.empty();
    private Optional<Exit> exit = Optional.empty();
    private String reached = "";
    private boolean secret;

    SimulatedCall(CallStart start, CallWire wire, Recorder recorder) {
        this.start = start;
        this.wire = wire;
        this.recorder = recorder;
    }

    @Override
    public CallStart start() {
        return start;
    }

    /** The other end. */
    public CallWire wire() {
        return wire;
    }

    /** The last recording of this call as a WAV file, for playing it back to the caller. */
    public Optional<byte[]> said(RecordingId id) {
        return last.filter(one -> one.getKey().equals(id)).map(Map.Entry::getValue);
    }

    @Override
    public void say(Speech speech) {
        play(CallEvent.Kind.SAY, speech, Map.of());
    }

    @Override
    public void tell(Speech speech) {
        stay();
        long id = wire.tell(CallEvent.Kind.SAY, speech.sounds(), Map.of());
        speech.sounds().stream().reduce((first, second) -> second).ifPresent(sound -> reached = sound.id());
        wire.until(() -> wire.hasPlayed(id), LONGEST_PROMPT);
        wire.dropKeys();
        stay();
    }

    @Override
    public Keys ask(Speech question, Entry entry) {
        play(CallEvent.Kind.ASK, question, Map.of("most", Integer.toString(entry.most())));
        StringBuilder pressed = new StringBuilder();
        Duration patience = entry.first();
        while (pressed.length() < entry.most()) {
            wire.until(wire::hasKeys, patience);
            stay();
            char key = wire.key();
            if (key == ' ' || key == '#') {
                return new Keys(pressed.toString(), key == '#');
            }
            pressed.append(key);
            if (pressed.charAt(0) == '*') {
                break;
            }
            patience = entry.between();
        }
        wire.entryComplete(pressed.length());
        return new Keys(pressed.toString(), false);
    }

    @Override
    public boolean hasKeys() {
        return wire.hasKeys();
    }

    private void play(CallEvent.Kind kind, Speech speech, Map<String, String> facts) {
        stay();
        if (wire.hasKeys() || speech.sounds().isEmpty() && kind == CallEvent.Kind.SAY) {
            return;
        }
        long id = wire.tell(kind, speech.sounds(), facts);
        speech.sounds().stream().reduce((first, second) -> second).ifPresent(sound -> reached = sound.id());
        if (!speech.sounds().isEmpty()) {
            wire.until(() -> wire.hasKeys() || wire.hasPlayed(id), LONGEST_PROMPT);
            stay();
            if (!wire.hasPlayed(id)) {
                wire.tell(CallEvent.Kind.CUT, List.of(), Map.of("event", Long.toString(id)));
            }
        }
    }

    private void stay() {
        if (wire.isGone()) {
            throw new CallerGone();
        }
    }

    @Override
    public Recorded record(RecordingOrder order) {
        stay();
        RecordingId id = recorder.promise(start, order);
        wire.beginSpeech();
        wire.tell(
                CallEvent.Kind.RECORD,
                List.of(),
                Map.of("seconds", Long.toString(order.longest().toSeconds())));
        ByteArrayOutputStream speech = new ByteArrayOutputStream();
        End end = listen(order, speech);
        wire.endSpeech();
        Recorded recorded = keep(id, end, Wav.of(speech.toByteArray()));
        wire.tell(
                CallEvent.Kind.RECORDED,
                List.of(),
                Map.of(
                        "end", end.name(),
                        "seconds", Long.toString(recorded.length().toSeconds()),
                        "spoken", Boolean.toString(recorded.spoken())));
        return recorded;
    }

    /** By the same way as the exchange's recordings: a file in the spool, taken in by the vault. */
    private Recorded keep(RecordingId id, End end, byte[] wav) {
        try {
            Path file = recorder.spool(id);
            Files.createDirectories(file.getParent());
            Files.write(file, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        last = Optional.of(Map.entry(id, wav));
        return recorder.take(id, end);
    }

    private End listen(RecordingOrder order, ByteArrayOutputStream speech) {
        int most = Speaking.bytes(order.longest());
        while (true) {
            wire.until(() -> wire.hasKeys() || wire.hasSpeech(), NOBODY_SPEAKS);
            // The end is looked for first: what was said before it is there then.
            boolean gone = wire.isGone();
            char key = wire.key();
            byte[] more = wire.speech();
            speech.write(more, 0, Math.min(more.length, most - speech.size()));
            if (gone) {
                return End.HANG_UP;
            }
            if (key == '#') {
                return End.KEY;
            }
            if (speech.size() >= most) {
                return End.LIMIT;
            }
            if (wire.isSilentSince(NOBODY_SPEAKS) || isQuiet(speech.toByteArray(), order.silence())) {
                return End.SILENCE;
            }
        }
    }

    private static boolean isQuiet(byte[] samples, Duration limit) {
        return Speaking.silenceAtEnd(samples).compareTo(limit) >= 0;
    }

    @Override
    public void inSecret(boolean now) {
        secret = now;
    }

    /** Whether the caller was in the secret lane last. */
    boolean isSecret() {
        return secret;
    }

    @Override
    public void leave(Exit verdict) {
        stay();
        exit = Optional.of(verdict);
        wire.tell(CallEvent.Kind.LEFT, List.of(), Map.of("exit", verdict.name()));
    }

    /** The verdict, once there is one. */
    Optional<Exit> exit() {
        return exit;
    }

    /** The last sound the caller heard, empty when none. */
    String reached() {
        return reached;
    }

    /** Another flow begins, in the lane the one before left the caller in. */
    void goOn() {
        start = new CallStart(start.id(), start.flow(), start.caller(), start.reference(), start.at(), secret);
        exit = Optional.empty();
    }
}
