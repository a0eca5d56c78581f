-- What was erased because its time was over: how much of what, never what it said.
create table erasure (
    id               bigint          not null primary key,
    subject          varchar(50)     character set ascii collate ascii_bin not null,
    before_at        datetime(6)     not null comment 'older than this',
    erased           bigint          not null,
    held             bigint          not null default 0 comment 'kept because of a legal hold',
    at               datetime(6)     not null,
    key erasure_newest (at)
);

-- Cases whose words and messages must be kept although their time is over.
create table legal_hold (
    id               bigint          not null primary key,
    ticket           char(8)         character set ascii collate ascii_bin not null,
    reason           varchar(300)    not null,
    placed_by        varchar(100)    not null,
    placed_at        datetime(6)     not null,
    lifted_by        varchar(100)    null,
    lifted_at        datetime(6)     null,
    key legal_hold_standing (lifted_at, ticket)
);
