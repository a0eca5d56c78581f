package vn.mscore.hotline.voice;

import java.time.Duration;

/**
 * What to record.
 *
 * @param purpose what the desk needs to link the recording when nobody is left to do it, such as {@code complaint:HSQH};
 *     opaque to us, at most 200 characters, sealed with the recording's row
 * @param secret whether it belongs into the secret lane: sealed with that lane's key from the first byte at rest
 * @param longest after this it ends
 * @param silence so much silence ends it
 */
public record RecordingOrder(String purpose, boolean secret, Duration longest, Duration silence) {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Two minutes, ended by five seconds of silence. */
    public static RecordingOrder message(String purpose) {
        return new RecordingOrder(purpose, false, LONGEST, SILENCE);
    }

    /** The same for the secret lane. */
    public static RecordingOrder secretMessage(String purpose) {
        return new RecordingOrder(purpose, true, LONGEST, SILENCE);
    }
}
