-- Who was sent to the operators' queue, and what became of it. The number is forgotten when the call is over and needs no call-back;
-- rows of settled visits are kept some days for the estimate of waiting.
create table switchboard_visit (
    id               bigint          not null primary key,
    call_id          varchar(64)     character set ascii collate ascii_bin not null,
    phone_sealed     varbinary(255)  null,
    topic            varchar(50)     character set ascii collate ascii_bin not null,
    state            varchar(50)     character set ascii collate ascii_bin not null
                     comment 'WELCOMED, WAITING, TALKING; over: SERVED, LEFT, ABANDONED, GONE',
    device           varchar(40)     character set ascii collate ascii_bin null,
    welcomed_at      datetime(6)     not null,
    joined_at        datetime(6)     null,
    connected_at     datetime(6)     null,
    ended_at         datetime(6)     null,
    unique key switchboard_visit_call (call_id),
    key switchboard_visit_line (state, joined_at),
    key switchboard_visit_talks (connected_at)
) engine = InnoDB;

create table switchboard_presence (
    login            varchar(100)    not null primary key,
    device           varchar(40)     character set ascii collate ascii_bin not null,
    since            datetime(6)     not null,
    unique key switchboard_presence_device (device)
) engine = InnoDB;

-- Tries of a call-back. "calling" is the reference of the call being made.
alter table switchboard_callback
    add column tries      int          not null default 0,
    add column not_before datetime(6)  null comment 'the pause after a try',
    add column calling    varchar(40)  character set ascii collate ascii_bin null,
    add column called_at  datetime(6)  null;
