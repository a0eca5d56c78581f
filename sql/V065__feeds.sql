-- Feeds for other programs: rows get their place when they are first read, so the order of places is the order in which
-- rows became visible and a reader that goes on from a cursor misses nothing.
create table platform_feed (
    name             varchar(50)     character set ascii collate ascii_bin not null primary key,
    last             bigint          not null
);
