-- The apology for a late dossier with its one new appointment (NĐ 61/2018 art. 19.9): the day that was promised first stays known.
create table dossier_apology (
    dossier          bigint          not null primary key comment 'at most one: a promise is moved once',
    promised_on      date            not null comment 'as it stood on the receipt',
    new_day          date            not null,
    reason_sealed    varbinary(2000) null comment 'words of the office',
    told_on          date            not null,
    constraint dossier_apology_dossier foreign key (dossier) references dossier (id)
);
