-- What screens must show anew. Written in the transaction of what happened; each node reads it and tells its own screens.
-- Nothing of the sealed lane is ever here, so no number of this sequence is missing because of it.
create table console_event (
    id               bigint          not null auto_increment primary key,
    at               datetime(6)     not null,
    kind             varchar(50)     character set ascii collate ascii_bin not null comment 'CASE or REFRESH',
    ticket           char(8)         character set ascii collate ascii_bin null,
    key console_event_at (at),
    key console_event_ticket (ticket)
) engine = InnoDB;

-- Who is looking at a case right now.
create table console_presence (
    ticket           char(8)         character set ascii collate ascii_bin not null,
    account          bigint          not null,
    name             varchar(200)    not null,
    role             varchar(50)     character set ascii collate ascii_bin not null,
    unit             varchar(50)     character set ascii collate ascii_bin null,
    at               datetime(6)     not null,
    primary key (ticket, account),
    key console_presence_at (at)
) engine = InnoDB;
