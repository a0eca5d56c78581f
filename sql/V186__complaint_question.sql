-- Cases that the delegates of an area put forward for questioning or oversight: of the area, not of a person, so that both delegates of
-- a commune have one list.
create table complaint_question (
    complaint_id bigint          not null,
    area         varchar(20)     character set ascii collate ascii_bin not null,
    marked_by    varchar(100)    not null,
    marked_at    datetime(6)     not null,
    primary key (complaint_id, area),
    key complaint_question_area (area),
    constraint complaint_question_of foreign key (complaint_id) references complaint (id)
) engine = InnoDB;
