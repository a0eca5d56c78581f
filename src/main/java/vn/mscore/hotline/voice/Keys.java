package vn.mscore.hotline.voice;

/**
 * What was pressed.
 *
 * @param pressed {@code 0-9} and {@code *} in order; {@code A-D} are dropped
 * @param hash whether {@code #} ended it; pressed alone it gives an empty {@code pressed} with {@code hash}
 */
public record Keys(String pressed, boolean hash) {
    /** Nothing was pressed in time. */
    public static Keys none() {
        return new Keys("", false);
    }

    /** Whether nothing was pressed, not even {@code #}. */
    public boolean isNone() {
        return pressed.isEmpty() && !hash;
    }
}
