package vn.mscore.hotline.calendar;

/** Finds the calendar of an office; offices without an entry of their own share the national one. */
public interface WorkCalendars {
    /** The national calendar: office hours 07:30-11:30 and 13:30-17:00, Monday to Friday, Vietnam's holidays. */
    WorkCalendar national();

    /** The calendar of one office by its unit code. */
    WorkCalendar of(String unitCode);
}
