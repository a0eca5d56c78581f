-- When an alarm was last texted: one that waited for room in the hour counts in the hour in which it went.
alter table watch_alarm add column texted_at datetime(6) null;
