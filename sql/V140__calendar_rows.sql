-- What the deployer laid over the packed tables of working time, in the order it was laid: a later row wins.
create table calendar_row (
    id               bigint          not null primary key,
    unit             varchar(40)     character set ascii collate ascii_bin not null comment 'empty: the nation',
    day              varchar(10)     character set ascii collate ascii_bin not null comment 'ISO date or weekday',
    hours            varchar(100)    character set ascii collate ascii_bin not null,
    why              varchar(200)    not null,
    laid_by          varchar(100)    not null,
    laid_at          datetime(6)     not null,
    lifted_by        varchar(100)    null,
    lifted_at        datetime(6)     null,
    key calendar_row_standing (lifted_at, id)
);
