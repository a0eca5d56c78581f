-- Each office that gets a case is told of its own term to accept: the term is the day it was sent there.
update complaint_escalation e join complaint c on c.id = e.complaint_id
    set e.term = date(c.routed_at)
    where e.step = 'ACCEPT' and c.routed_at is not null and e.at >= c.routed_at and e.level = c.level;
