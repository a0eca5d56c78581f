-- Who of those that a rung of the ladder tells has looked at the case since: until then it is marked on his page.
create table complaint_look (
    complaint_id bigint          not null,
    account      bigint          not null,
    at           datetime(6)     not null comment 'the last look after a rung',
    primary key (complaint_id, account),
    constraint complaint_look_of foreign key (complaint_id) references complaint (id)
) engine = InnoDB;
