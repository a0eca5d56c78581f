-- By which day a step was owed when a rung was reached: an office explains later how late it was.
alter table complaint_escalation
    add column due date null comment 'last day of the step';
-- The first rung of lateness is reached in the minute after the last day.
update complaint_escalation e join complaint c on c.id = e.complaint_id
    set e.due = least(
            date(e.at + interval 7 hour - interval 5 minute),
            if(e.level = c.level and e.step not in ('TRIAGE', 'FORWARD', 'ACCEPT'), c.due, '9999-12-31'))
    where e.rung = 'UNIT_HEAD';
