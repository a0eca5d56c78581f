-- A khiếu nại on its way to a signed paper; the clocks of the law stand here once they have begun.
create table complaint_petition (
    complaint_id     bigint          not null primary key,
    guided_on        date            null,
    learned_on       date            null comment 'when the citizen learned of the decision',
    decision_sealed  blob            null comment 'number and day of the decision',
    meeting_on       date            null,
    meeting_at       varchar(50)     character set ascii collate ascii_bin null,
    meeting_place    varchar(50)     character set ascii collate ascii_bin null,
    paper_on         date            null,
    accept_by        date            null,
    accepted_on      date            null,
    complex          boolean         not null default false,
    remote           boolean         not null default false,
    settle_by        date            null,
    key complaint_petition_accept (accept_by),
    key complaint_petition_settle (settle_by),
    constraint complaint_petition_complaint foreign key (complaint_id) references complaint (id)
);
