-- When a person dealt with a delivery nobody could decode.
alter table sms_quarantine add column settled_at datetime(6) null;
