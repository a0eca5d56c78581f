-- The newest time that a node believed: a clock that is far ahead of it erases nothing by age until somebody could have looked (P14).
-- Begins with what the mail says, so that a first start with a wrong clock is noticed too.
create table platform_clock (
    id         tinyint      not null primary key,
    seen_at    datetime(6)  not null
) engine = InnoDB;
insert into platform_clock (id, seen_at) select 1, max(received_at) from sms_message having max(received_at) is not null;
