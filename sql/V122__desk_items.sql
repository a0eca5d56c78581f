-- What became of a call-back, and who looked at a bad mark.
alter table switchboard_callback
    add column done_at      datetime(6)  null,
    add column done_by      varchar(100) null comment 'login',
    add column outcome      varchar(50)  character set ascii collate ascii_bin null comment 'REACHED, NOT_REACHED',
    add key switchboard_callback_of_number (phone_index, asked_at),
    add key switchboard_callback_open_due (done_at, promised_for, id);

alter table score
    add column seen_at      datetime(6)  null comment 'a bad mark that an operator has looked at',
    add column seen_by      varchar(100) null,
    add column low          boolean as (points * 2 <= scale and not in_progress) persistent,
    add key score_low (low, seen_at, scored_at, id);
