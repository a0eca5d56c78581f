-- The newest time that a node believed: a clock that is far ahead of it erases nothing by age until somebody could have looked (P14).
create table platform_clock (
    id         tinyint      not null primary key,
    seen_at    datetime(6)  not null
) engine = InnoDB;
