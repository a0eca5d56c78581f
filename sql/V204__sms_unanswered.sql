-- Why a message that was read got no answer, so that one without answer and without reason is found. What was read before nobody asked for.
alter table sms_message
    add column unanswered varchar(50) character set ascii collate ascii_bin null default 'sms.before';
alter table sms_message
    alter column unanswered set default null;
