-- What was written with an entry of a case's log (why it was refused, paused, put off..., why a step was late) is vouched for by
-- the hash of that entry. Rows from before are vouched for by none, and say so with version 0; the largest of their numbers are
-- kept, so that who puts in a row later cannot say the same of it. An old program on these tables would write rows that look
-- forged and misread those of the new one: both nodes are stopped for an upgrade.
alter table complaint_event
    add column words           binary(32)     null comment 'digest of what was written with it, null when nothing was';
alter table complaint_note
    add column version         int            null comment 'of the entry that vouches for it, 0 from before there were such',
    add column proof           binary(32)     null comment 'hash of what was sealed, of which a part is chance';
alter table complaint_explanation
    add column version         int            null comment 'of the entry that vouches for it, 0 from before there were such',
    add column proof           binary(32)     null comment 'hash of what was sealed, of which a part is chance';
update complaint_note set version = 0;
update complaint_explanation set version = 0;
alter table complaint_log_seal_head
    add column notes_before        bigint     not null default 0 comment 'last row of complaint_note that may have version 0',
    add column explanations_before bigint     not null default 0 comment 'the same of complaint_explanation';
update complaint_log_seal_head
set notes_before = (select coalesce(max(id), 0) from complaint_note),
    explanations_before = (select coalesce(max(id), 0) from complaint_explanation);
