-- Wrong receipt codes are counted for a day from the first of them: one a day does not close the way back after weeks.
alter table sealed_case modify column receipt_fault_at datetime(6) null comment 'the first of the wrong codes counted, for a day';
