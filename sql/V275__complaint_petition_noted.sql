-- When the citizen was guided or given an appointment last, and when the paper or its refusal was written down: the day of the
-- paper may lie before, and what was reopened since has another clock. All clocks are read again, as after a change of the calendar.
alter table complaint_petition
    add column guided_at  datetime(6)  null,
    add column noted_at   datetime(6)  null;

update complaint_petition p
    left join (select complaint_id, max(at) as last_at from complaint_event
            where deed in ('petition.guided', 'petition.booked') group by complaint_id) g on g.complaint_id = p.complaint_id
    left join (select complaint_id, max(at) as last_at from complaint_event
            where deed in ('petition.paper', 'petition.refused') group by complaint_id) n on n.complaint_id = p.complaint_id
    set p.guided_at = coalesce(g.last_at, p.guided_on - interval 7 hour),
        p.noted_at = coalesce(n.last_at, coalesce(p.refused_on, p.paper_on) - interval 7 hour);

delete from complaint_calendar;
