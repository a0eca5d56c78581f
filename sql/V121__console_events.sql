-- What screens must show anew. Written in the transaction of what happened; each node reads it and tells its own screens.
create table console_event (
    id               bigint          not null auto_increment primary key,
    at               datetime(6)     not null,
    kind             varchar(50)     character set ascii collate ascii_bin not null,
    ticket           char(8)         character set ascii collate ascii_bin null,
    lane             varchar(50)     character set ascii collate ascii_bin not null,
    key console_event_at (at)
) engine = InnoDB;
