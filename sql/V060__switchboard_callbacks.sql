-- Who must be called back. open_index equals phone_index while the request is open: one open request per number.
create table switchboard_callback (
    id               bigint          not null primary key,
    phone_index      binary(32)      not null,
    phone_sealed     varbinary(255)  not null,
    open_index       binary(32)      null,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    asks             int             not null default 1,
    asked_at         datetime(6)     not null,
    first_promise    date            not null,
    promised_for     date            not null,
    unique key switchboard_callback_open (open_index),
    key switchboard_callback_due (promised_for)
);
