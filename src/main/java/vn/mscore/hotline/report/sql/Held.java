package vn.mscore.hotline.report.sql;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A dossier in somebody's hands.
 *
 * @param unit who has it
 * @param days working days without pauses
 * @param late longer than the step may take
 * @param waiting its time does not count now: the citizen or a payment is waited for
 * @param due the promised day
 * @param pause the last written reason of a pause
 */
record Held(
        String code,
        String unit,
        String stage,
        int days,
        boolean late,
        boolean waiting,
        Optional<LocalDate> due,
        Optional<String> pause) {
    boolean overdueOn(LocalDate day) {
        return due.map(day::isAfter).orElse(false);
    }
}
