package vn.mscore.hotline.report;

/**
 * A mean mark on ten and how sure it is, each mark with its weight (security R18).
 *
 * @param n marks behind it, always a multiple of the smallest cell
 * @param mean 0 to 10
 * @param low lower end of the 95 % interval (normal approximation), never below 0
 * @param high upper end, never above 10
 */
public record Mean(long n, double mean, double low, double high) {
    private static final double Z95 = 1.96;
    private static final double BEST = 10;

    /**
     * Out of the number of marks, their weights together, and the weighted sums of the marks and of their squares; {@code n} and
     * {@code weight} must be positive. Half a mark makes it no surer than half of one does.
     */
    public static Mean of(long n, double weight, double sum, double squares) {
        double mean = sum / weight;
        double variance = weight < 2 ? 0 : Math.max(0, (squares - weight * mean * mean) / (weight - 1));
        double half = Z95 * Math.sqrt(variance / weight);
        return new Mean(n, mean, Math.max(0, mean - half), Math.min(BEST, mean + half));
    }
}
