-- Five wrong receipt codes close the way back for a day, not for good.
alter table sealed_case add column receipt_fault_at datetime(6) null comment 'the last wrong code';
