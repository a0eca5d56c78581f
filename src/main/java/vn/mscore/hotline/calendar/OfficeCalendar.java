package vn.mscore.hotline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** One office's working time over a function from day to hours. */
final class OfficeCalendar implements WorkCalendar {
    /** Vietnam has kept UTC+7 without summer time since 1975. */
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** ND 61/2018 art. 17: what comes after 15:00 is handed over at the start of the next working day. */
    private static final LocalTime LAST_INTAKE = LocalTime.of(15, 0);

    /** No table leaves an office closed longer; a walk that meets no working day within this is a mistake in the data. */
    private static final int LONGEST_CLOSURE_DAYS = 366;

    private final Function<LocalDate, OpenHours> hours;
    private final Function<LocalDate, Optional<String>> whys;

    OfficeCalendar(Function<LocalDate, OpenHours> hours, Function<LocalDate, Optional<String>> whys) {
        this.hours = hours;
        this.whys = whys;
    }

    @Override
    public Optional<String> why(LocalDate day) {
        return whys.apply(day);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return !hours.apply(day).closed();
    }

    @Override
    public boolean isOpen(Instant at) {
        LocalDateTime local = local(at);
        return hours.apply(local.toLocalDate()).openAt(local.toLocalTime());
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative");
        }
        LocalDate day = from;
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -count(to, from) : count(from, to);
    }

    private int count(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    @Override
    public LocalDate countedFrom(Instant at) {
        LocalDateTime local = local(at);
        LocalDate day = local.toLocalDate();
        OpenHours today = hours.apply(day);
        LocalTime last = today.closing().isBefore(LAST_INTAKE) ? today.closing() : LAST_INTAKE;
        boolean inTime = !today.closed() && !local.toLocalTime().isAfter(last);
        return inTime ? day : nextWorkingDay(day);
    }

    @Override
    public long workingMinutesBetween(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        LocalDateTime start = local(from);
        LocalDateTime end = local(to);
        return start.toLocalDate()
                .datesUntil(end.toLocalDate().plusDays(1))
                .mapToLong(day -> minutesOf(day, start, end))
                .sum();
    }

    private long minutesOf(LocalDate day, LocalDateTime start, LocalDateTime end) {
        LocalTime first = day.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIN;
        LocalTime last = day.equals(end.toLocalDate()) ? end.toLocalTime() : LocalTime.MAX;
        return hours.apply(day).minutesWithin(first, last);
    }

    @Override
    public LocalDate dayOf(Instant at) {
        return local(at).toLocalDate();
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        for (int i = 1; i <= LONGEST_CLOSURE_DAYS; i++) {
            if (isWorkingDay(after.plusDays(i))) {
                return after.plusDays(i);
            }
        }
        throw new IllegalStateException("the calendar has no working day within a year");
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, VIETNAM);
    }
}
