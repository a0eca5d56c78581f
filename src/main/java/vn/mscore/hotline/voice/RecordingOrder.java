package vn.mscore.hotline.voice;

import java.time.Duration;
import java.util.Optional;

/**
 * What to record.
 *
 * @param purpose what the desk needs to link the recording when nobody is left to do it, such as {@code complaint:HSQH};
 *     opaque to us, at most 200 characters, sealed with the recording's row
 * @param secret whether it belongs into the secret lane: sealed with that lane's key from the first byte at rest
 * @param longest after this it ends
 * @param silence so much silence ends it
 * @param pack the voice pack the caller hears, empty when nobody knows it; not kept of the secret lane, where it says who somebody is
 */
public record RecordingOrder(
        String purpose, boolean secret, Duration longest, Duration silence, Optional<String> pack) {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** In a voice nobody knows. */
    public RecordingOrder(String purpose, boolean secret, Duration longest, Duration silence) {
        this(purpose, secret, longest, silence, Optional.empty());
    }

    /** The same, from a caller who hears that voice pack. */
    public RecordingOrder heardIn(String voicePack) {
        return new RecordingOrder(purpose, secret, longest, silence, Optional.of(voicePack));
    }

    /** Two minutes, ended by five seconds of silence. */
    public static RecordingOrder message(String purpose) {
        return new RecordingOrder(purpose, false, LONGEST, SILENCE);
    }

    /** The same for the secret lane. */
    public static RecordingOrder secretMessage(String purpose) {
        return new RecordingOrder(purpose, true, LONGEST, SILENCE);
    }
}
