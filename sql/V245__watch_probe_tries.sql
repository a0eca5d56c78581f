-- How often the line was probed that day: one that was lost is repeated once.
alter table watch_probe add column tries tinyint not null default 1;
