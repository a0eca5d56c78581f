package vn.mscore.hotline.calendar;

/**
 * Fact: days became working days or ceased to be, so clocks that count over them must be counted again. Told inside the
 * transaction that changes the rows, when the calendars already know them.
 */
public record CalendarChanged() {}
