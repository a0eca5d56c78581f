-- How a sealed case ended is proposed by one custodian and confirmed by another.
alter table sealed_case
    add column outcome_by    bigint       null comment 'account that proposed it',
    add column stage_before  varchar(50)  character set ascii collate ascii_bin null comment 'where a proposal that is taken back leads';
