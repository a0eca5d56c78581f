-- Sliding windows. One row per limit and subject, so that one row lock makes a count exact; the subject is a keyed hash.
create table citizen_limit (
    name             varchar(50)     character set ascii collate ascii_bin not null,
    subject          binary(32)      not null,
    uses             mediumblob      not null comment 'microseconds since 1970, eight bytes each, ascending',
    forget_at        datetime(6)     not null,
    primary key (name, subject),
    key citizen_limit_forget (forget_at)
);
