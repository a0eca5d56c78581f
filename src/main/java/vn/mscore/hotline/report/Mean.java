package vn.mscore.hotline.report;

/**
 * A mean mark on ten and how sure it is.
 *
 * @param n marks behind it, always a multiple of the smallest cell
 * @param mean 0 to 10
 * @param low lower end of the 95 % interval (normal approximation), never below 0
 * @param high upper end, never above 10
 */
public record Mean(long n, double mean, double low, double high) {
    private static final double Z95 = 1.96;
    private static final double BEST = 10;

    /** Out of the number of marks, their sum and the sum of their squares; {@code n} must be positive. */
    public static Mean of(long n, double sum, double squares) {
        double mean = sum / n;
        double variance = n < 2 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
        double half = Z95 * Math.sqrt(variance / n);
        return new Mean(n, mean, Math.max(0, mean - half), Math.min(BEST, mean + half));
    }
}
