-- The queue in the order in which it is worked off: urgent, then by the next deadline; what is settled comes last. The ticket,
-- not the id, breaks ties: ids tell the millisecond of registration. Days are Vietnam's (UTC+7, no summer time).
alter table complaint
    add column queue_rank tinyint as (case
        when state in ('DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT') then 9
        when state = 'DA_TRA_LOI' or paused then 2
        when urgent then 0
        else 1 end) persistent comment '0 urgent, 1 to do, 2 waiting for somebody else, 9 settled',
    add column queue_due date as (coalesce(date(step_due + interval 7 hour), due)) persistent
        comment 'the day by which the next step is owed',
    add key complaint_queue (secret, queue_rank, queue_due, ticket),
    add key complaint_queue_of_unit (unit, queue_rank, queue_due, ticket),
    add key complaint_holder (holder, queue_rank);

alter table complaint_words
    add key complaint_words_source (source);

-- Words of open cases, as keyed hashes of their accent-free form: found without being readable. Secret cases have none.
create table case_token (
    token            binary(16)      not null,
    complaint_id     bigint          not null,
    primary key (token, complaint_id),
    key case_token_of (complaint_id),
    constraint case_token_complaint foreign key (complaint_id) references complaint (id)
) engine = InnoDB;
