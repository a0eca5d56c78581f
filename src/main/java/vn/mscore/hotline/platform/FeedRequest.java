package vn.mscore.hotline.platform;

import java.util.Optional;

/**
 * What a reader of a feed asks for.
 *
 * @param after where to go on
 * @param limit 1 to {@value #MOST}
 */
public record FeedRequest(FeedCursor after, int limit) {
    /** Most rows in one page; whoever asks for more gets this many. */
    public static final int MOST = 200;

    private static final int USUAL = 100;

    /** Reads the two parameters of a request; absent ones have defaults, malformed ones make it empty. */
    public static Optional<FeedRequest> parse(String after, String limit) {
        return FeedCursor.parse(after).flatMap(cursor -> limit(limit).map(most -> new FeedRequest(cursor, most)));
    }

    private static Optional<Integer> limit(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of(USUAL);
        }
        return text.matches("[0-9]{1,9}")
                ? Optional.of(Math.max(1, Math.min(Integer.parseInt(text), MOST)))
                : Optional.empty();
    }
}
