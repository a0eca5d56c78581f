-- Offices whose answer to a case its citizen was not content with: none of them answers it again. Sealing deletes them.
create table complaint_rejected (
    complaint_id     bigint          not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    primary key (complaint_id, unit),
    constraint complaint_rejected_complaint foreign key (complaint_id) references complaint (id)
);
