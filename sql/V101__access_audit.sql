-- Who did and read what. Each line holds the hash of the one before; lines are only ever added.
create table audit_line (
    seq      bigint         not null primary key,
    at       datetime(6)    not null,
    account  bigint         not null,
    login    varchar(50)    character set ascii collate ascii_bin not null,
    role     varchar(50)    character set ascii collate ascii_bin not null,
    deed     varchar(50)    character set ascii collate ascii_bin not null,
    subject  varchar(200)   not null,
    reason   varchar(500)   not null,
    hash     binary(32)     not null,
    key audit_line_at (at),
    key audit_line_login (login, seq),
    key audit_line_deed (deed, seq),
    key audit_line_subject (subject, seq)
);

create table audit_head (
    id   int        not null primary key,
    seq  bigint     not null,
    hash binary(32) not null
);
insert into audit_head values (1, 0, x'0000000000000000000000000000000000000000000000000000000000000000');

create trigger audit_line_no_update before update on audit_line for each row
    signal sqlstate '45000' set message_text = 'the audit trail is append-only';
create trigger audit_line_no_delete before delete on audit_line for each row
    signal sqlstate '45000' set message_text = 'the audit trail is append-only';
