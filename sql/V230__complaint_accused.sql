-- The office a case complains about, as the desk stated it; the newest row counts, unit null says "not known". Sealing deletes them.
create table complaint_accused (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    unit             varchar(50)     character set ascii collate ascii_bin null,
    at               datetime(6)     not null,
    login            varchar(100)    not null,
    key complaint_accused_of (complaint_id, id),
    constraint complaint_accused_complaint foreign key (complaint_id) references complaint (id)
);
