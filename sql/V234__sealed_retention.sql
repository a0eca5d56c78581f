-- Words of a sealed case go some months after the day on which two agreed that it is closed.
alter table sealed_case
    add column closed_on date null comment 'the day two agreed on the outcome',
    add column erased_on date null comment 'the day its words were erased';

update sealed_case s
    set s.closed_on = coalesce((select date(max(l.at) + interval 7 hour) from sealed_look l
        where l.complaint_id = s.complaint_id and l.what = 'ended'), s.outcome_on, s.received_on)
    where s.stage = 'CLOSED';
