-- What operators and offices do with tickets: versions, holders, clocks, ties, undo windows.
alter table complaint
    add column version         int            not null default 0 comment 'grows with every change',
    add column holder          varchar(100)   null comment 'login of who has taken it',
    add column holder_name     varchar(200)   null,
    add column sorted_at       datetime(6)    null comment 'a person said what it is',
    add column routed_at       datetime(6)    null,
    add column reopened_at     datetime(6)    null,
    add column answered_at     datetime(6)    null,
    add column asked_on        date           null comment 'asked whether it is done',
    add column extended_days   int            not null default 0,
    add column original_due    date           null comment 'the first promise, once it was moved',
    add column cluster         bigint         null comment 'tickets answered together',
    add column about_digest    binary(32)     null comment 'finds tickets about the same dossier; null in the secret lane',
    add column step            varchar(50)    character set ascii collate ascii_bin null comment 'clock that runs, null when none or paused',
    add column step_due        datetime(6)    null,
    add column step_warn       datetime(6)    null,
    add column paused          boolean        not null default false,
    add column log_length      int            not null default 0,
    add column log_head        binary(32)     null comment 'hash of the newest entry of the log',
    add key complaint_cluster (cluster),
    add key complaint_about (about_digest, registered_at),
    add key complaint_step_warn (step_warn),
    add key complaint_step_due (step_due);

-- Each entry holds the hash of the one before it (of the same ticket).
alter table complaint_event
    add column deed            varchar(50)    character set ascii collate ascii_bin not null default '',
    add column version         int            not null default 0,
    add column hash            binary(32)     null;

-- Notes, summaries and reasons of the offices; sealed.
create table complaint_note (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    kind             varchar(50)     character set ascii collate ascii_bin not null comment 'NOTE, SUMMARY, REASON',
    at               datetime(6)     not null,
    login            varchar(100)    not null,
    name             varchar(200)    not null,
    role             varchar(50)     character set ascii collate ascii_bin not null,
    unit             varchar(50)     character set ascii collate ascii_bin null,
    text_sealed      mediumblob      not null,
    key complaint_note_of (complaint_id, id),
    constraint complaint_note_complaint foreign key (complaint_id) references complaint (id)
);

-- A decision within its undo window; gone when carried out or taken back.
create table complaint_pending (
    complaint_id     bigint          not null primary key,
    id               bigint          not null,
    command          varchar(50)     character set ascii collate ascii_bin not null,
    unit             varchar(50)     character set ascii collate ascii_bin null,
    words_sealed     mediumblob      null,
    by_sms           boolean         not null default false,
    login            varchar(100)    not null,
    name             varchar(200)    not null,
    role             varchar(50)     character set ascii collate ascii_bin not null,
    leaves_at        datetime(6)     not null,
    key complaint_pending_due (leaves_at),
    constraint complaint_pending_complaint foreign key (complaint_id) references complaint (id)
);

-- Ties for the eye; the smaller id first.
create table complaint_link (
    one              bigint          not null,
    other            bigint          not null,
    at               datetime(6)     not null,
    login            varchar(100)    not null,
    primary key (one, other),
    key complaint_link_other (other)
);

-- What was merged into what, and how the ticket was before.
create table complaint_merge (
    complaint_id     bigint          not null primary key,
    into_id          bigint          not null,
    at               datetime(6)     not null,
    login            varchar(100)    not null,
    state            varchar(50)     character set ascii collate ascii_bin not null,
    key complaint_merge_into (into_id)
);

-- Time that does not count.
create table complaint_pause (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    since            datetime(6)     not null,
    until            datetime(6)     null,
    login            varchar(100)    not null,
    key complaint_pause_of (complaint_id, since)
);

-- Rungs of the ladder that were reached, each once for each step and level.
create table complaint_escalation (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    step             varchar(50)     character set ascii collate ascii_bin not null,
    level            int             not null,
    rung             varchar(50)     character set ascii collate ascii_bin not null,
    unit             varchar(50)     character set ascii collate ascii_bin null,
    at               datetime(6)     not null,
    unique key complaint_escalation_once (complaint_id, step, level, rung),
    key complaint_escalation_of (unit, at)
);

-- Why a step was late, and what followed.
create table complaint_explanation (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    step             varchar(50)     character set ascii collate ascii_bin not null,
    due              date            not null,
    overdue_days     int             not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    login            varchar(100)    not null,
    name             varchar(200)    not null,
    at               datetime(6)     not null,
    why_sealed       mediumblob      not null,
    outcome          varchar(50)     character set ascii collate ascii_bin null,
    decided_by       varchar(200)    null,
    decided_at       datetime(6)     null,
    key complaint_explanation_of (complaint_id, id)
);

-- How a ticket was written down for somebody else.
create table complaint_entry (
    complaint_id     bigint          not null primary key,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    login            varchar(100)    not null,
    name             varchar(200)    not null,
    cannot_write     boolean         not null,
    read_back_at     datetime(6)     not null,
    constraint complaint_entry_complaint foreign key (complaint_id) references complaint (id)
);

-- Fingerprint of the calendar the deadlines were computed with.
create table complaint_calendar (
    id               int             not null primary key,
    fingerprint      binary(32)      not null
);
