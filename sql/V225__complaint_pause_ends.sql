-- What an office waited for is over when it answers, hands the case back or the case ends or is reopened: pauses that were left
-- open over such a step end with it, and do not stop the clock of what came after.
update complaint_pause p
    join (select q.id, min(e.at) as ended from complaint_pause q
            join complaint_event e on e.complaint_id = q.complaint_id and e.at >= q.since
            where q.until is null
                and (e.deed = 'hand-back' or not e.from_state <=> e.to_state
                    and e.to_state in ('DA_TRA_LOI', 'MO_LAI', 'DONG', 'TU_CHOI', 'CHUYEN_KHAC', 'RUT'))
            group by q.id) over_with on over_with.id = p.id
    set p.until = over_with.ended;
-- From when the desk has to find another office.
alter table complaint
    add column handed_back_at datetime(6) null comment 'when an office gave it back last';
update complaint c
    join (select complaint_id, max(at) as last_at from complaint_event where deed = 'hand-back' group by complaint_id) b
        on b.complaint_id = c.id
    set c.handed_back_at = b.last_at;
-- All clocks are read again, as after a change of the calendar.
delete from complaint_calendar;
