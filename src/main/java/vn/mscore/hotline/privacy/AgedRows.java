package vn.mscore.hotline.privacy;

import java.time.Instant;

/** PORT: what a room keeps of people that time takes away, and that no case needs. Needs a transaction. */
public interface AgedRows {
    /** Code in {@link ErasureLog}. */
    String subject();

    /** With what they go. */
    Kept kept();

    /** Erases at most {@code limit} rows that were over before {@code before}; returns how many, sealed ones never counted. */
    int erase(Instant before, int limit);

    /** Whose period is theirs too. */
    enum Kept {
        /** Words of text messages. */
        TEXTS,
        /** Recordings and the numbers of calls. */
        CALLS,
        /** Requests about one's own data. */
        REQUESTS
    }
}
