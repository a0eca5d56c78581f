package vn.mscore.hotline.report;

/** Which counts may be told (R5, domain 5.1 R5, ADR 16): a cell of fewer than five could name a person. */
public final class CellRule {
    /** The smallest count that is told. */
    public static final int SMALLEST = 5;

    private CellRule() {}

    /** Whether a count may be told; nothing at all may always be said. */
    public static boolean tells(long count) {
        return count == 0 || count >= SMALLEST;
    }

    /** The count in whole fives: the difference of two told counts is never 1 to 4. */
    public static long told(long count) {
        return count - count % SMALLEST;
    }
}
