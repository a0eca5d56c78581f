-- Tickets. Numbers, words and dossier codes are sealed; those of the secret lane under a key of their own and without any
-- index by number. Digests are keyed hashes whose keys are destroyed after two months.
create table complaint (
    id               bigint          not null primary key,
    ticket           char(8)         character set ascii collate ascii_bin not null,
    kind             varchar(50)     character set ascii collate ascii_bin not null,
    state            varchar(50)     character set ascii collate ascii_bin not null,
    secret           boolean         not null,
    urgent           boolean         not null,
    classified       boolean         not null default false comment 'a person has confirmed kind and category',
    category         varchar(50)     character set ascii collate ascii_bin not null,
    phone_index      binary(32)      null comment 'null in the secret lane and for hidden senders',
    phone_sealed     varbinary(255)  null,
    about_sealed     varbinary(255)  null comment 'dossier code',
    words_digest     binary(32)      not null,
    sender_digest    binary(32)      null comment 'per lane; finds the open ticket of a flood',
    repeats          int             not null default 0,
    level            int             not null default 0 comment 'how often reopened one level up',
    unit             varchar(50)     character set ascii collate ascii_bin null,
    unit_name        varchar(255)    null,
    unit_ascii       varchar(50)     null,
    registered_at    datetime(6)     not null,
    registered_on    date            not null,
    due              date            not null,
    routed_on        date            null,
    answered_on      date            null,
    source           varchar(255)    not null,
    feed_no          bigint          null,
    unique key complaint_ticket (ticket),
    key complaint_phone (phone_index, registered_at),
    key complaint_words (words_digest, registered_at),
    key complaint_sender (sender_digest, registered_at),
    key complaint_answered (state, answered_on),
    key complaint_feed (feed_no, id)
);

-- Every word that came to a ticket and every answer, in order; never changed but for its key.
create table complaint_words (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    author           varchar(50)     character set ascii collate ascii_bin not null comment 'CITIZEN or OFFICE',
    at               datetime(6)     not null,
    source           varchar(255)    not null,
    words_sealed     mediumblob      not null,
    key complaint_words_of (complaint_id, id),
    constraint complaint_words_complaint foreign key (complaint_id) references complaint (id)
);

-- What happened to a ticket: who, when, from and to which state and office. Rows are only added.
create table complaint_event (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    at               datetime(6)     not null,
    actor            varchar(100)    not null,
    from_state       varchar(50)     character set ascii collate ascii_bin null,
    to_state         varchar(50)     character set ascii collate ascii_bin not null,
    from_unit        varchar(50)     character set ascii collate ascii_bin null,
    to_unit          varchar(50)     character set ascii collate ascii_bin null,
    note             varchar(255)    not null default '' comment 'words of our tables, never of a citizen',
    key complaint_event_of (complaint_id, id),
    constraint complaint_event_complaint foreign key (complaint_id) references complaint (id)
);

-- The sequence of tickets, one row a year; its lock makes two nodes take turns.
create table complaint_sequence (
    year             int             not null primary key,
    last             int             not null
);
