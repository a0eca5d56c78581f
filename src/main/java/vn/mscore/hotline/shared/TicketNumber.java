package vn.mscore.hotline.shared;

import java.util.Optional;

/**
 * The number of a complaint as a citizen knows it: eight digits {@code YY SSSSS C}, C being a Damm check digit, which
 * catches every single wrong digit and every swap of neighbours (H. M. Damm, 2004). It does not tell the kind.
 *
 * @param digits eight digits with a right check digit
 */
public record TicketNumber(String digits) {
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    /** Refuses a wrong length or check digit. */
    public TicketNumber {
        Require.that(isWhole(digits), "not a ticket number");
    }

    /** The number of the {@code sequence}-th ticket of a year; sequence 0 to 99,999. */
    public static TicketNumber of(int year, int sequence) {
        String stem = String.format("%02d%05d", year % 100, sequence);
        return new TicketNumber(stem + damm(stem));
    }

    /** Reads eight digits with spaces, dots or dashes between; empty when the check digit is wrong. */
    public static Optional<TicketNumber> parse(String text) {
        String digits = text.replaceAll("[\\s.-]", "");
        return isWhole(digits) ? Optional.of(new TicketNumber(digits)) : Optional.empty();
    }

    private static boolean isWhole(String digits) {
        return digits.matches("[0-9]{8}") && damm(digits) == 0;
    }

    private static int damm(String digits) {
        int interim = 0;
        for (char c : digits.toCharArray()) {
            interim = DAMM[interim][c - '0'];
        }
        return interim;
    }

    @Override
    public String toString() {
        return digits;
    }
}
