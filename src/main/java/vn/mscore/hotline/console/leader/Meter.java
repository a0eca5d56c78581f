package vn.mscore.hotline.console.leader;

/**
 * A bar drawn by the server, on a line of a hundred.
 *
 * @param from where it begins, 0 to 100
 * @param width how long it is
 */
public record Meter(int from, int width) {
    private static final int LINE = 100;

    /** A bar of {@code value} where {@code most} fills the line; never invisible. */
    public static Meter of(long value, long most) {
        long width = most == 0 ? 0 : Math.round(LINE * (double) value / most);
        return new Meter(0, (int) Math.max(value > 0 ? 1 : 0, Math.min(LINE, width)));
    }

    /** From {@code low} to {@code high} on a line of ten. */
    public static Meter span(double low, double high) {
        int from = (int) Math.round(low * LINE / 10);
        return new Meter(from, Math.max(1, (int) Math.round(high * LINE / 10) - from));
    }
}
