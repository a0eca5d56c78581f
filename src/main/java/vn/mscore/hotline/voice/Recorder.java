package vn.mscore.hotline.voice;

import java.nio.file.Path;
import java.time.Duration;

/** PORT: takes in what callers say. Whoever records writes a WAV file (8 kHz, 16 bit, mono) into the spool and hands it over. */
public interface Recorder {
    /** Promises a place before the first second is taken: a row that outlives a crash. In a transaction of its own. */
    RecordingId promise(CallStart call, RecordingOrder order);

    /** The one file of a promised recording, ending in {@code .wav}; it is not there yet. */
    Path spool(RecordingId id);

    /**
     * Takes in the finished file: sealed, on disk and in its row, then the source is removed. What cannot be stored now
     * stays in the spool for the sweep; a file that is missing or no WAV file counts as nothing said.
     */
    Recorded take(RecordingId id, Recorded.End end);

    /** Leaves a file that is perhaps still being written to the sweep; tells what is known of it now, and the given end. */
    Recorded leave(RecordingId id, Recorded.End end);

    /**
     * A copy in clear for the exchange to play, readable by it and by nobody else, gone after {@code close}.
     *
     * @throws java.io.UncheckedIOException when it cannot be opened
     */
    Playable playable(RecordingId id);

    /** A copy that can be played. */
    interface Playable extends AutoCloseable {
        /** The WAV file. */
        Path file();

        /** How long it is. */
        Duration length();

        /** Removes it. */
        @Override
        void close();
    }
}
