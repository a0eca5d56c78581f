package vn.mscore.hotline.voice;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** PORT: what callers said, sealed at rest. Whoever asks has checked who may hear it. */
public interface Recordings {
    /** Looks one up. Needs a transaction. */
    Optional<Kept> find(RecordingId id);

    /**
     * The sound as a WAV file (8 kHz, 16 bit, mono), decrypted while it is read.
     *
     * @param from first byte, 0 to {@link Kept#bytes()} - 1
     * @throws IOException when it was erased or cannot be opened
     */
    InputStream open(RecordingId id, long from) throws IOException;

    /** Says that it is linked to what {@code source} names; the first link wins, false when another one is there. Needs a transaction. */
    boolean link(RecordingId id, String source);

    /**
     * Moves all that is sealed of it - its key, its caller, its purpose, its link - under the key of the sealed lane, and
     * its call with it: nobody finds it by its number any more. Does nothing when that is so already or it was erased. Needs
     * a transaction.
     */
    void conceal(RecordingId id);

    /** The same with a call and what was said in it and is linked to nothing; what is linked belongs to its own case. Needs a transaction. */
    void concealCall(String callId);

    /** Destroys its key and its file. Needs a transaction. */
    void erase(RecordingId id);

    /**
     * A recording.
     *
     * @param bytes length of the WAV file
     * @param linked what it was linked to, empty for nobody's yet
     * @param pack the voice pack the caller heard, empty of the secret lane and where nobody knows it
     */
    record Kept(
            RecordingId id,
            String callId,
            boolean secret,
            Instant at,
            Duration length,
            long bytes,
            Optional<String> linked,
            Optional<String> pack) {}
}
