package vn.mscore.hotline.voice;

import java.time.Duration;

/**
 * What was recorded.
 *
 * @param id its name
 * @param length how long it is
 * @param spoken whether it holds two seconds or more that are not silence; less is a missed call and kept as one
 * @param end why it ended
 */
public record Recorded(RecordingId id, Duration length, boolean spoken, End end) {
    /** Why a recording ended. */
    public enum End {
        /** A key. */
        KEY,
        /** Silence. */
        SILENCE,
        /** It was as long as it may be. */
        LIMIT,
        /** The caller hung up: the next word to the call throws {@link CallerGone}. */
        HANG_UP,
        /**
         * Nobody knows: the line to the exchange was lost, and the caller perhaps speaks on there. What is known of it now is
         * the beginning; the sweep takes in the whole and {@link RecordingStranded} tells it. The next word to the call throws
         * {@link CallerGone} too.
         */
        UNKNOWN
    }
}
