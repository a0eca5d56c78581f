-- A rung of the ladder is reached once by each who has the case: what told the one before tells nothing to who has it now.
alter table complaint_escalation
    add column holder varchar(50) character set ascii collate ascii_bin not null default ''
        comment 'office that had the case, empty for the desk',
    drop key complaint_escalation_once,
    add unique key complaint_escalation_once (complaint_id, step, level, term, rung, holder);
-- Reached since the case is where it is: by who has it. Before that: by the office whose head was told; of those above by the
-- one that was overdue.
update complaint_escalation e join complaint c on c.id = e.complaint_id
    left join complaint_escalation h on h.complaint_id = e.complaint_id and h.step = e.step and h.level = e.level
        and h.term = e.term and h.rung = 'UNIT_HEAD'
    set e.holder = coalesce(
            if(e.level = c.level and e.at >= coalesce(if(c.unit is null, c.handed_back_at, c.routed_at), e.at),
                    coalesce(c.unit, ''), null),
            if(e.rung in ('LEADER', 'COUNCIL'), h.unit, e.unit),
            '');
-- Who has a case that had used up its rungs elsewhere is told now.
update complaint c join complaint_escalation e on e.complaint_id = c.id and e.level = c.level
    set c.look_at = utc_timestamp(6)
    where not c.secret and c.state in ('MOI', 'PHAN_LOAI', 'DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI') and e.holder <> coalesce(c.unit, '');
-- "Due soon" asks how much of the time is used, from the index of the queue alone.
alter table complaint
    drop key complaint_step_warn,
    drop key complaint_queue,
    add key complaint_queue (secret, queue_rank, queue_due, ticket, classified, step_warn),
    drop key complaint_queue_of_unit,
    add key complaint_queue_of_unit (unit, queue_rank, queue_due, ticket, step_warn);
-- A bad mark waits until somebody has looked at it. Those that had left the list after seven days, seen by nobody, stay off it.
update score set seen_at = utc_timestamp(6)
    where low = 1 and seen_at is null and scored_at < utc_timestamp(6) - interval 7 day;
