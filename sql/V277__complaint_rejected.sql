-- Offices whose answer to a case its citizen was not content with: none of them answers it again. Sealing deletes them.
create table complaint_rejected (
    complaint_id     bigint          not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    primary key (complaint_id, unit),
    constraint complaint_rejected_complaint foreign key (complaint_id) references complaint (id)
);

insert ignore into complaint_rejected (complaint_id, unit)
select distinct e.complaint_id, e.from_unit from complaint_event e join complaint c on c.id = e.complaint_id
where e.deed = 'reopen' and e.from_state in ('DA_TRA_LOI', 'DONG') and e.from_unit is not null and not c.secret;
