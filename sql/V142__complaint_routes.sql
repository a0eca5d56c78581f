-- Who leads a category and how fast, from a day on, in place of the packed table.
create table complaint_route (
    id               bigint          not null primary key,
    category         varchar(50)     character set ascii collate ascii_bin not null,
    lead_name        varchar(300)    not null,
    forward_days     int             null,
    answer_days      int             not null,
    valid_from       date            not null,
    written_by       varchar(100)    not null,
    written_at       datetime(6)     not null,
    key complaint_route_newest (category, valid_from, id)
);
