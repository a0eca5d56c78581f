-- What somebody wants with his own data, who wrote it down at the counter or on the telephone, and when data were erased.
alter table citizen_subject_words
    add column if not exists wish     varchar(50)  character set ascii collate ascii_bin null comment 'COPY, ERASURE, OTHER; null of texts from before',
    add column if not exists taken_by varchar(100) null comment 'account that wrote it down and read it back; null of a text';

alter table citizen_subject_request
    add column if not exists erased_on date null comment 'last day on which data were erased for it';
