-- Wishes for accounts of custodians and administrators: one asks, another agrees, then it is done.
create table account_trust (
    id        bigint      not null primary key,
    account   bigint      not null,
    deed      varchar(50) character set ascii collate ascii_bin not null,
    asked_by  bigint      not null,
    asked_at  datetime(6) not null,
    agreed_by bigint      null,
    agreed_at datetime(6) null,
    done_at   datetime(6) null,
    key account_trust_account (account, deed, asked_at),
    key account_trust_asked (asked_at)
);
