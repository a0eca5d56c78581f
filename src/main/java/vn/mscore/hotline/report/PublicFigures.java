package vn.mscore.hotline.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Quarterly figures for everybody (R20). Every count is in whole fives (ADR 16). */
public interface PublicFigures {
    /** The lines of a quarter, by office and field; opens its own transaction. */
    List<Line> of(Quarter quarter);

    /** Three months, both days included. */
    record Quarter(LocalDate first, LocalDate last) {
        /** The quarter {@code number} (1 to 4) of a year. */
        public static Quarter of(int year, int number) {
            LocalDate first = LocalDate.of(year, 3 * number - 2, 1);
            return new Quarter(first, first.plusMonths(3).minusDays(1));
        }

        /** The last whole quarter before {@code day}. */
        public static Quarter before(LocalDate day) {
            LocalDate in = day.minusMonths(3);
            return of(in.getYear(), (in.getMonthValue() + 2) / 3);
        }

        /** As {@code 2026-Q2}. */
        public String code() {
            return first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3;
        }
    }

    /**
     * An office and a field.
     *
     * @param returned results returned, in whole fives
     * @param onTime share of them returned by the promised day, empty when none may be told
     * @param invited people asked for a mark, in whole fives
     * @param mean marks, empty when there are too few
     * @param low share of marks of five or less
     */
    record Line(
            String unit,
            String field,
            long returned,
            Optional<Double> onTime,
            long invited,
            Optional<Mean> mean,
            Optional<Double> low) {}
}
