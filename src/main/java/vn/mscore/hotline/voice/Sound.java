package vn.mscore.hotline.voice;

import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * Something that can be played.
 *
 * @param kind a prompt of a voice pack or a recording of a caller
 * @param id prompt: pack and name such as {@code vi/menu-chinh} or {@code vi/so/21}; recording: its id. Lower-case letters,
 *     digits, hyphens and single slashes only: never a path, never anything a citizen or an office wrote
 */
public record Sound(Kind kind, String id) {
    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64}){0,3}");

    /** Where a sound comes from. */
    public enum Kind {
        /** A file of a voice pack. */
        PROMPT,
        /** What a caller said. */
        RECORDING
    }

    /** Refuses what is not an id. */
    public Sound {
        Require.that(SAFE.matcher(id).matches(), "not the id of a sound");
    }

    /** A prompt, {@code vi/menu-chinh}. */
    public static Sound prompt(String id) {
        return new Sound(Kind.PROMPT, id);
    }

    /** What was recorded. */
    public static Sound recording(RecordingId id) {
        return new Sound(Kind.RECORDING, id.value());
    }
}
