-- A second factor that one administrator asked to take away and another must confirm.
create table account_reset (
    account  bigint      not null primary key,
    asked_by bigint      not null,
    asked_at datetime(6) not null
);

-- Keys of other programs: random 256 bits, kept as SHA-256; the first characters tell them apart.
create table api_key (
    id         bigint        not null primary key,
    name       varchar(100)  not null,
    shown      varchar(8)    character set ascii collate ascii_bin not null,
    key_hash   binary(32)    not null,
    scopes     varchar(200)  character set ascii collate ascii_bin not null,
    created_at datetime(6)   not null,
    created_by bigint        not null,
    expires_at datetime(6)   not null,
    revoked_at datetime(6)   null,
    used_at    datetime(6)   null,
    unique key api_key_hash (key_hash)
);
