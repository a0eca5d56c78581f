-- Requests of people about their own data (Law 91/2025, ND 356/2025), each with its two clocks.
create table citizen_subject_request (
    id               bigint          not null primary key,
    number           varchar(50)     character set ascii collate ascii_bin not null,
    phone_index      binary(32)      not null,
    phone_sealed     varbinary(255)  not null,
    state            varchar(50)     character set ascii collate ascii_bin not null,
    opened_at        datetime(6)     not null,
    acknowledge_by   date            not null,
    complete_by      date            not null,
    unique key citizen_subject_request_number (number),
    key citizen_subject_request_phone (phone_index, state)
);

create table citizen_subject_words (
    id               bigint          not null primary key,
    request_id       bigint          not null,
    at               datetime(6)     not null,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    words_sealed     mediumblob      not null,
    constraint citizen_subject_words_request foreign key (request_id) references citizen_subject_request (id)
);
