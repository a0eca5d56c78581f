-- One custodian asks to take a closed sealed case up again, another agrees; how it had ended stays readable here.
create table sealed_reopening (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    asked_by         bigint          not null,
    asked_name       varchar(100)    not null,
    asked_at         datetime(6)     not null,
    reason_sealed    blob            not null,
    confirmed_by     bigint          null,
    confirmed_name   varchar(100)    null,
    reopened_on      date            null,
    outcome          varchar(50)     character set ascii collate ascii_bin null comment 'how it had ended',
    outcome_sealed   mediumblob      null,
    outcome_on       date            null,
    withdrawn        boolean         not null default false,
    key sealed_reopening_of (complaint_id, id)
);
