-- What we remember of the person behind a number. No number is here, only its keyed hash.
create table citizen_line (
    id               bigint          not null primary key,
    phone_index      binary(32)      not null,
    tongue           varchar(50)     character set ascii collate ascii_bin null,
    question_kind    varchar(50)     character set ascii collate ascii_bin null,
    question_about   varbinary(8000) null comment 'sealed: a ticket or dossier codes',
    question_asked   datetime(6)     null,
    question_until   datetime(6)     null,
    unique key citizen_line_phone (phone_index)
);

-- Every agreement and refusal, never changed, never deleted with the line.
create table citizen_consent (
    id               bigint          not null primary key,
    phone_index      binary(32)      not null,
    given            boolean         not null,
    at               datetime(6)     not null,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    wording_version  varchar(50)     character set ascii collate ascii_bin not null,
    key citizen_consent_newest (phone_index, at, id)
);
