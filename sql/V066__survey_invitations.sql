-- Whom to ask for a score, from the day the result was returned until asked, scored, refused or too late. The number is
-- forgotten as soon as the row is settled.
create table notice_survey (
    id               bigint          not null primary key,
    dossier          varchar(50)     character set ascii collate ascii_bin not null,
    phone_sealed     varbinary(255)  null,
    office_name      varchar(255)    not null,
    office_ascii     varchar(50)     not null,
    invite_from      date            not null,
    invite_until     date            not null,
    state            varchar(50)     character set ascii collate ascii_bin not null,
    noted_at         datetime(6)     not null,
    unique key notice_survey_dossier (dossier),
    key notice_survey_waiting (state, invite_from)
);
