package vn.mscore.hotline.shared;

/** What a caller must keep to, said in one line. */
public final class Require {
    private Require() {}

    /**
     * Nothing when {@code kept}.
     *
     * @throws IllegalArgumentException with {@code sentence} otherwise
     */
    public static void that(boolean kept, String sentence) {
        if (!kept) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
