-- A clock of whole days ends with its last day, at the midnight that already is the next one: the queue named that next day.
alter table complaint
    modify column queue_due date as (coalesce(date(step_due + interval 7 hour - interval 1 microsecond), due)) persistent
        comment 'the last day on which the next step is in time';
