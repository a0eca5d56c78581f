-- An ordered call that could not be dialled in time is not made any more: after an outage nobody is rung hours too late.
alter table voice_order
    add column if not exists until_at datetime(6) not null default (ordered_at + interval 10 minute)
        comment 'from then on it is not dialled';
