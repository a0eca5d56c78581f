-- Whose relations are looked at when a decision leaves; 0 for one that waited through the upgrade.
alter table complaint_pending add column account bigint not null default 0;
