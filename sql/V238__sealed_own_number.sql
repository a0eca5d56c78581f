-- Telephone numbers of custodians, as they declared them: a case in which one stands is for others. Ended, never deleted.
create table sealed_own_number (
    id               bigint          not null primary key,
    account          bigint          not null,
    digest           binary(32)      not null comment 'keyed hash of the number',
    masked           varchar(50)     not null comment 'as its owner recognises it',
    since            datetime(6)     not null,
    until            datetime(6)     null,
    key sealed_own_number_of (account, until)
);
