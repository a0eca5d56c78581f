-- Offices with which a person of the hotline desk is related: cases about them are for somebody else. Rows are ended, never deleted.
create table complaint_interest (
    id               bigint          not null primary key,
    account          bigint          not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    since            datetime(6)     not null,
    until            datetime(6)     null,
    key complaint_interest_of (account, until)
);
