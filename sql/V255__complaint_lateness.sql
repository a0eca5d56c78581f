-- A case whose clock stands is not late, though its day as last told has passed: lists of leaders and delegates ask this column.
alter table complaint
    add column if not exists due_stands      boolean        not null default false comment 'a pause holds the day of due';
update complaint set due_stands = true where paused;
-- All clocks are read again: a pause that began after the day no longer stops what was late by then.
delete from complaint_calendar;
-- The desk explains how late it sorted and forwarded: no office stands behind that.
alter table complaint_explanation
    modify column unit         varchar(50)     character set ascii collate ascii_bin null comment 'the office that was late, null for the desk';
