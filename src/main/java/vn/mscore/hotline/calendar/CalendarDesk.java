package vn.mscore.hotline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.RowFault;

/** Where the deployer lays rows over the packed tables: holidays, compensations, swapped days, exceptions of an office. */
public interface CalendarDesk {
    /** The rows that stand, newest first. Opens its own transaction. */
    List<Row> rows();

    /**
     * Reads an official notice and tells what it would change. Columns: {@code from}, {@code to} (empty: one day),
     * {@code kind} (NGHI closed, LAM_BU full day, SANG morning, CHIEU afternoon), {@code why}, {@code unit} (empty: the
     * nation). At most 400 days.
     */
    Preview preview(byte[] csv);

    /** Lays the days of a notice; fires {@link CalendarChanged}. All or nothing. */
    Preview lay(byte[] csv, String who);

    /** Takes a row away; fires {@link CalendarChanged}. False when it does not stand. */
    boolean lift(long id, String who);

    /** Hours of a day as they are now, for instance {@code 07:30-11:30 13:30-17:00} or {@code closed}. */
    String hours(String unit, LocalDate day);

    /** A row that was laid. */
    record Row(long id, String unit, LocalDate day, String hours, String why, String by, Instant at) {}

    /** A day and its hours before and after. */
    record Change(String unit, LocalDate day, String before, String after, String why) {
        /** Whether it makes a difference. */
        public boolean real() {
            return !before.equals(after);
        }
    }

    /** What a notice does; nothing of it is laid when there are faults. */
    record Preview(List<Change> changes, List<RowFault> faults) {
        /** The first fault, if any. */
        public Optional<RowFault> first() {
            return faults.stream().findFirst();
        }
    }
}
