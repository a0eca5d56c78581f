package vn.mscore.hotline.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Quarterly figures for everybody (R20). Every count is in whole fives, and what was told once is told again (ADR 16). */
public interface PublicFigures {
    /** The quarters that are over and whose marks cannot change any more, the last one first. */
    List<Quarter> quarters();

    /**
     * The figures of one of {@link #quarters()}: computed when first asked for, kept from then on. Opens its own transaction.
     */
    Edition of(Quarter quarter);

    /** What is told of a quarter, by office and field, as known on a day. */
    record Edition(LocalDate madeOn, List<Line> lines) {}

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
     * @param overdue results promised for a day of the quarter or before and still owed when it ended, in whole fives
     * @param invited people asked by text for a mark, in whole fives
     * @param response share of them who gave one, empty when none may be told
     * @param mean marks of all who gave one, asked or not; empty when there are too few
     * @param low share of marks of five or less
     * @param again share of those who said how often they came, and came more than once
     */
    record Line(
            String unit,
            String field,
            long returned,
            Optional<Double> onTime,
            long overdue,
            long invited,
            Optional<Double> response,
            Optional<Mean> mean,
            Optional<Double> low,
            Optional<Double> again) {}
}
