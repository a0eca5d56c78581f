-- An alarm that gets worse is posted between its beginning and its end.
alter table watch_post add column worse boolean not null default false;
