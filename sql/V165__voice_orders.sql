-- Calls we order, from the order until what came of it. A crash between order and answer leaves a row that is settled later.
-- The number is forgotten as soon as the order is settled.
create table voice_order (
    id               bigint          not null primary key,
    reference        varchar(40)     character set ascii collate ascii_bin not null comment 'also the id of the channel',
    flow             varchar(50)     character set ascii collate ascii_bin not null,
    phone_sealed     varbinary(255)  null,
    device           varchar(40)     character set ascii collate ascii_bin null comment 'the operator rung first, of a bridge',
    state            varchar(50)     character set ascii collate ascii_bin not null comment 'NEW, DIALLING, TALKING, SETTLED',
    far_end          varchar(50)     character set ascii collate ascii_bin null comment 'how dialling the citizen ended, of a bridge',
    cause            int             null comment 'Q.850 cause of the hang-up',
    result           varchar(50)     character set ascii collate ascii_bin null,
    day              date            not null comment 'Vietnam''s day, for the cap',
    ordered_at       datetime(6)     not null,
    dialled_at       datetime(6)     null,
    settled_at       datetime(6)     null,
    unique key voice_order_reference (reference),
    key voice_order_open (state, ordered_at),
    key voice_order_of_day (day)
) engine = InnoDB;

-- Which telephones ring for waiting callers: said again to the exchange after every restart of it.
create table voice_seat (
    device           varchar(40)     character set ascii collate ascii_bin not null primary key,
    since            datetime(6)     not null
) engine = InnoDB;

-- Calls in progress, as the exchange's manager link sees them; gone when they are over.
create table voice_live_call (
    call_id          varchar(64)     character set ascii collate ascii_bin not null primary key,
    seen_at          datetime(6)     not null
) engine = InnoDB;
