-- Written by whoever asks whether the database is well: one that only reads, or is full, is not.
create table platform_heartbeat (
    id         tinyint      not null primary key,
    beat_at    datetime(6)  not null
) engine = InnoDB;
