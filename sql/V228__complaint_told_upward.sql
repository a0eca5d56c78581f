-- Finds what the council was told of, newest first.
alter table complaint_escalation
    add key complaint_escalation_rung (rung, at);
