-- After a paper that was not accepted the clock of guidance runs anew, and a term of the law that ends on a day off ends with
-- the next working day: all clocks are read again, as after a change of the calendar.
delete from complaint_calendar;
