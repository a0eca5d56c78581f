-- The log of a case is only ever added to; what erasure, sealing and merging change is in other tables.
create trigger complaint_event_no_update before update on complaint_event for each row
    signal sqlstate '45000' set message_text = 'the log of a case is append-only';
create trigger complaint_event_no_delete before delete on complaint_event for each row
    signal sqlstate '45000' set message_text = 'the log of a case is append-only';

-- How long the log of a case was, and its newest hash, each time it had grown; a digest over all of it is in the audit trail,
-- so that a log cut off together with its head is found.
create table complaint_log_seal (
    complaint_id bigint     not null,
    version      int        not null,
    hash         binary(32) not null comment 'complaint.log_head at that version',
    run          bigint     not null,
    primary key (complaint_id, version),
    key complaint_log_seal_run (run, complaint_id)
);

create table complaint_log_seal_head (
    id   int        not null primary key,
    run  bigint     not null,
    hash binary(32) not null comment 'over all runs so far'
);
insert into complaint_log_seal_head values (1, 0, x'0000000000000000000000000000000000000000000000000000000000000000');

create trigger complaint_log_seal_no_update before update on complaint_log_seal for each row
    signal sqlstate '45000' set message_text = 'the seals of case logs are append-only';
create trigger complaint_log_seal_no_delete before delete on complaint_log_seal for each row
    signal sqlstate '45000' set message_text = 'the seals of case logs are append-only';
