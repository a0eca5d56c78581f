-- The queue in the order in which it is worked off: urgent, then by deadline; what is settled comes last. The ticket, not the
-- id, breaks ties: ids tell the millisecond of registration.
alter table complaint
    add column queue_rank tinyint as (case
        when state in ('DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT') then 9
        when state = 'DA_TRA_LOI' then 2
        when urgent then 0
        else 1 end) persistent comment '0 urgent, 1 to do, 2 waiting for the citizen, 9 settled',
    add key complaint_queue (secret, queue_rank, due, ticket),
    add key complaint_queue_of_unit (unit, queue_rank, due, ticket);

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
