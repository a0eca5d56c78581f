-- The two ways the day of a request moves, each once (ND 356/2025): third parties hold or received the data, one extension.
alter table citizen_subject_request
    add column third_parties_on     date            null comment 'noted on; from then 20 days from receipt',
    add column third_parties_sealed varbinary(1000) null comment 'who they are and why, as told to the citizen',
    add column extended_on          date            null,
    add column extended_sealed      varbinary(1000) null comment 'why, as told to the citizen';
