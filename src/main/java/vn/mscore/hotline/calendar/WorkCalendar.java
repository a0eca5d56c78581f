package vn.mscore.hotline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Working time of one office: weekly hours, holidays, compensations, swapped Saturdays, half days and the office's own
 * exceptions, all data. Pure; zone Asia/Ho_Chi_Minh.
 */
public interface WorkCalendar {
    /** Whether the office works on {@code day} at all. */
    boolean isWorkingDay(LocalDate day);

    /** Why a day has hours of its own, in the words of the table without diacritics: {@code Quoc khanh}; empty when it has none. */
    default Optional<String> why(LocalDate day) {
        return Optional.empty();
    }

    /** Whether it is open at {@code at}. */
    boolean isOpen(Instant at);

    /** The day that is {@code days >= 0} working days after {@code from}, counting from the day after {@code from}. */
    LocalDate plusWorkingDays(LocalDate from, int days);

    /** Working days in {@code (from, to]}; negative when {@code to} is before {@code from}. */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** The day a clock starts for something received at {@code at}: after 15:00 counts from the next working morning. */
    LocalDate countedFrom(Instant at);

    /** Working minutes between two instants, 0 when {@code to} is not after {@code from}. */
    long workingMinutesBetween(Instant from, Instant to);

    /** The local day of {@code at}. */
    LocalDate dayOf(Instant at);
}
