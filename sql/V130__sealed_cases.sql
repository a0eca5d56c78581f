-- The sealed lane: what custodians know and did of secret tickets. Words, names of the accused and reasons are sealed under
-- the secret key; everything else tells days and accounts, never a citizen.
create table sealed_case (
    complaint_id     bigint          not null primary key,
    pseudonym        char(32)        character set ascii collate ascii_bin not null comment '128 random bits: all that is shown before it is opened',
    received_on      date            not null,
    stage            varchar(50)     character set ascii collate ascii_bin not null,
    summary_sealed   mediumblob      null comment 'neutral words of a custodian',
    summary_by       bigint          null,
    accused_sealed   varbinary(255)  null comment 'code of the office complained about',
    outcome          varchar(50)     character set ascii collate ascii_bin null,
    outcome_sealed   mediumblob      null,
    outcome_on       date            null,
    receipt_digest   binary(32)      null comment 'keyed hash of the code to ask again from any phone',
    receipt_faults   int             not null default 0,
    unique key sealed_case_pseudonym (pseudonym),
    constraint sealed_case_complaint foreign key (complaint_id) references complaint (id)
);

insert into sealed_case (complaint_id, pseudonym, received_on, stage)
select id, lower(hex(random_bytes(16))), registered_on, 'RECEIVED' from complaint where secret;

-- One custodian asks, another confirms; then it is open to these two until the hour.
create table sealed_opening (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    asked_by         bigint          not null,
    asked_name       varchar(100)    not null,
    asked_at         datetime(6)     not null,
    reason_sealed    blob            not null,
    confirmed_by     bigint          null,
    confirmed_name   varchar(100)    null,
    open_until       datetime(6)     null,
    closed           boolean         not null default false,
    key sealed_opening_of (complaint_id, id)
);

-- Every look at an opened case; the other custodians are shown it.
create table sealed_look (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    account          bigint          not null,
    name             varchar(100)    not null,
    what             varchar(50)     character set ascii collate ascii_bin not null,
    at               datetime(6)     not null,
    key sealed_look_of (complaint_id, id)
);

create table sealed_look_seen (
    account          bigint          not null primary key,
    look_id          bigint          not null comment 'the newest look this account has been shown'
);

-- A redacted hand-over to an office that verifies: the summary as it was when it was proposed, nothing of the citizen.
create table sealed_handover (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    words_sealed     mediumblob      not null,
    dossier_masked   varchar(50)     not null default '',
    conflict         varchar(50)     character set ascii collate ascii_bin null comment 'why it was blocked, when two persons overrode that',
    override_sealed  blob            null comment 'both reasons',
    proposed_by      bigint          not null,
    proposed_name    varchar(100)    not null,
    proposed_on      date            not null,
    confirmed_by     bigint          null,
    confirmed_name   varchar(100)    null,
    leaves_on        date            null,
    sent_on          date            null,
    withdrawn        boolean         not null default false,
    key sealed_handover_of (complaint_id, id),
    key sealed_handover_leaving (sent_on, leaves_on)
);
