-- Since when a text may go: retries move not_before. Null in rows of before.
alter table sms_outbox add column first_due datetime(6) null;
