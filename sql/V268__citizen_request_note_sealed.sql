-- What is noted at the end of a request about one's own data is sealed. Notes that stand in outcome_note are sealed by the job
-- citizen.seal-clear-notes, which empties that column; nothing else writes there any more.
alter table citizen_subject_request
    add column if not exists outcome_sealed varbinary(2100) null comment 'why it was refused, as told to the citizen, or a note of the office';
