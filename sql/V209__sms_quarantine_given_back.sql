-- A delivery that was dealt with no longer stands for the next one with the same octets.
update sms_quarantine set dedupe_key = null where settled_at is not null;
