package vn.mscore.hotline.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A recorder that leaves everything in the spool. */
public final class SpoolRecorder implements Recorder {
    private final Path folder;
    private final List<Recorded> taken = new ArrayList<>();

    /** Keeps files in {@code folder}. */
    public SpoolRecorder(Path folder) {
        this.folder = folder;
    }

    /** What was taken in, in order. */
    public synchronized List<Recorded> taken() {
        return List.copyOf(taken);
    }

    @Override
    public RecordingId promise(CallStart call, RecordingOrder order) {
        return new RecordingId(UUID.randomUUID().toString());
    }

    @Override
    public Path spool(RecordingId id) {
        return folder.resolve(id.value() + ".wav");
    }

    @Override
    public synchronized Recorded take(RecordingId id, Recorded.End end) {
        Optional<SpokenSound> sound = SpokenSound.measure(spool(id));
        Duration length = sound.map(SpokenSound::length).orElse(Duration.ZERO);
        Recorded recorded =
                new Recorded(id, length, sound.map(SpokenSound::isSpoken).orElse(false), end);
        taken.add(recorded);
        return recorded;
    }

    @Override
    public Recorded leave(RecordingId id, Recorded.End end) {
        return take(id, end);
    }

    @Override
    public Playable playable(RecordingId id) {
        Path copy = folder.resolve("play-" + id.value() + ".wav");
        try {
            Files.copy(spool(id), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Playable() {
            @Override
            public Path file() {
                return copy;
            }

            @Override
            public Duration length() {
                return Duration.ofSeconds(10);
            }

            @Override
            public void close() {
                try {
                    Files.delete(copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
