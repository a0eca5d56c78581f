-- Who is told that a khiếu nại on paper is late is told of each paper.
alter table complaint_escalation
    add column term date not null default '1970-01-01' comment 'day of the signed paper, for the steps of a khiếu nại',
    drop key complaint_escalation_once,
    add unique key complaint_escalation_once (complaint_id, step, level, term, rung);

update complaint_escalation e join complaint_petition p on p.complaint_id = e.complaint_id
    set e.term = p.paper_on
    where e.step in ('PETITION_ACCEPT', 'PETITION_SETTLE', 'PETITION_GUIDE') and e.at >= p.paper_on - interval 7 hour;
