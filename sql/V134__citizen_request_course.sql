-- What became of a request about one's own data: acknowledged, extended once, completed or refused with its reason.
alter table citizen_subject_request
    add column acknowledged_on date null,
    add column extended        boolean      not null default false,
    add column completed_on    date         null,
    add column outcome         varchar(50)  character set ascii collate ascii_bin null comment 'EXPORTED, ERASED, REFUSED, ANSWERED',
    add column outcome_note    varchar(500) null,
    add column handled_by      varchar(100) null,
    add key citizen_subject_request_due (state, complete_by);
