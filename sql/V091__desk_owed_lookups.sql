-- Look-ups of a busy minute that were promised an answer (T30): kept until it is given. id is the message's id in the inbox.
create table desk_owed_lookup (
    id            bigint          not null primary key,
    line          varchar(40)     character set ascii collate ascii_bin not null,
    phone_sealed  varbinary(255)  not null,
    text_sealed   mediumblob      not null,
    received_at   datetime(6)     not null
);
