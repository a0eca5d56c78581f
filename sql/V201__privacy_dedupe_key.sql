-- The monthly keys by which a message that comes twice is known, sealed: every node of a database and every restored one has the same.
create table privacy_dedupe_key (
    month  char(7)        character set ascii collate ascii_bin not null primary key,
    sealed varbinary(255) not null
) engine = InnoDB;
