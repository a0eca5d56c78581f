-- How many delivery reports make a text delivered, one per part as a rule. 0 in rows of before: as many as parts were noted.
alter table sms_outbox add column reports_due smallint not null default 0;
