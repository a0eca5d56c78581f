-- Calls that ask people about a result they received, one per dossier. The number is forgotten as soon as the survey is over.
create table survey_call (
    id               bigint          not null primary key,
    dossier          varchar(50)     character set ascii collate ascii_bin not null,
    phone_sealed     varbinary(255)  null,
    office_name      varchar(255)    not null,
    office_ascii     varchar(50)     not null,
    state            varchar(50)     character set ascii collate ascii_bin not null comment 'WAITING, CALLING, DONE',
    attempts         int             not null default 0 comment 'calls ordered',
    tries            int             not null default 0 comment 'calls that rang the person',
    next_at          datetime(6)     not null,
    until_day        date            not null,
    agreed           boolean         not null default false,
    said             varchar(50)     character set ascii collate ascii_bin null comment 'how the call under way was ended by a key',
    ending           varchar(50)     character set ascii collate ascii_bin null,
    calling          varchar(40)     character set ascii collate ascii_bin null,
    ordered_at       datetime(6)     not null,
    settled_at       datetime(6)     null,
    unique key survey_call_dossier (dossier),
    key survey_call_due (state, next_at),
    key survey_call_under_way (calling)
) engine = InnoDB;

-- Answers as they are given. That of money and the reason are sealed under the key of the secret lane.
create table survey_answer (
    survey_id        bigint          not null,
    question         varchar(50)     character set ascii collate ascii_bin not null,
    answer_sealed    varbinary(255)  not null,
    at               datetime(6)     not null,
    primary key (survey_id, question),
    constraint survey_answer_of foreign key (survey_id) references survey_call (id)
) engine = InnoDB;
