-- People of the offices. Passwords are Argon2id strings; the secret of the second factor is sealed; codes and tokens are hashes.
create table account (
    id               bigint        not null primary key,
    login            varchar(50)   character set ascii collate ascii_bin not null,
    name             varchar(100)  not null,
    role             varchar(50)   character set ascii collate ascii_bin not null,
    unit             varchar(50)   character set ascii collate ascii_bin null,
    password_hash    varchar(255)  character set ascii collate ascii_bin null,
    must_change      boolean       not null default false,
    invitation_hash  binary(32)    null,
    invitation_until datetime(6)   null,
    totp_sealed      varbinary(255) null,
    totp_step        bigint        not null default 0,
    created_at       datetime(6)   not null,
    created_by       bigint        not null,
    disabled_at      datetime(6)   null,
    signed_in_at     datetime(6)   null,
    unique key account_login (login)
);

create table account_session (
    id             bigint         not null primary key,
    token_hash     binary(32)     not null,
    account        bigint         not null,
    stage          varchar(50)    character set ascii collate ascii_bin not null,
    address        varchar(45)    character set ascii collate ascii_bin not null,
    agent          varchar(100)   not null,
    opened_at      datetime(6)    not null,
    seen_at        datetime(6)    not null,
    code_at        datetime(6)    null,
    wrong_codes    int            not null default 0,
    pending_sealed varbinary(255) null,
    unique key account_session_token (token_hash),
    key account_session_account (account, seen_at)
);

create table account_recovery (
    id        bigint      not null primary key,
    account   bigint      not null,
    code_hash binary(32)  not null,
    used_at   datetime(6) null,
    key account_recovery_account (account)
);

-- Wrong passwords and codes by account and by address (keyed hashes), to slow the next try down.
create table account_failure (
    subject  binary(32)  not null primary key,
    failures int         not null,
    last_at  datetime(6) not null,
    key account_failure_last (last_at)
);
