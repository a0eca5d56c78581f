package vn.mscore.hotline.platform;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * How far a reader has come in a feed; opaque to the reader.
 *
 * @param place the last place read, 0 before the first
 */
public record FeedCursor(long place) {
    /** Before the first row. */
    public static final FeedCursor START = new FeedCursor(0);

    /** Reads what {@link #toString} wrote; an absent or empty text is the start, anything else is empty. */
    public static Optional<FeedCursor> parse(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of(START);
        }
        if (!text.matches("[A-Za-z0-9_-]{11}")) {
            return Optional.empty();
        }
        long place = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).getLong();
        return place < 0 ? Optional.empty() : Optional.of(new FeedCursor(place));
    }

    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
