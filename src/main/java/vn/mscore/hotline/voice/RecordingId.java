package vn.mscore.hotline.voice;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/** Names a recording: a random UUID made by us, never anything from outside. */
public record RecordingId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Refuses anything but a lower-case UUID (security row 96). */
    public RecordingId {
        Require.that(UUID.matcher(value).matches(), "not the id of a recording");
    }

    /** Reads one from outside; empty when it is none. */
    public static Optional<RecordingId> parse(String value) {
        return UUID.matcher(value).matches() ? Optional.of(new RecordingId(value)) : Optional.empty();
    }
}
