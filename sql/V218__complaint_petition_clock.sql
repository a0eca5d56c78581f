-- A khiếu nại on signed paper has the clock of the law now: all clocks are read again, as after a change of the calendar.
delete from complaint_calendar;
