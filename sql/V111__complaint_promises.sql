-- What was promised, as working days counted from a day: computed again when the calendar changes.
alter table complaint
    drop column log_length,
    add column answer_from     date           null,
    add column answer_days     int            not null default 0,
    add column look_at         datetime(6)    null comment 'when the ladder is looked at next',
    add key complaint_look (look_at);

update complaint set answer_from = registered_on;
