-- What was written with an entry of a case's log (why it was refused, paused, put off..., why a step was late) is vouched for by
-- the hash of that entry. Rows from before, and of a
-- node that is not upgraded yet, are vouched for by none, and say so with version 0.
alter table complaint_event
    add column words           binary(32)     null comment 'digest of what was written with it, null when nothing was';
alter table complaint_note
    add column version         int            null default 0 comment 'of the entry that vouches for it, 0 from before there were such',
    add column proof           binary(32)     null comment 'hash of what was sealed, of which a part is chance';
alter table complaint_explanation
    add column version         int            null default 0 comment 'of the entry that vouches for it, 0 from before there were such',
    add column proof           binary(32)     null comment 'hash of what was sealed, of which a part is chance';
