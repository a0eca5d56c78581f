-- Which node works a line. A node that has said nothing for the length of its lease has lost its lines to the others. The times are
-- the database's own, so that the clocks of nodes need not agree.
create table sms_line_lease (
    line       varchar(100) character set utf8mb4 collate utf8mb4_bin not null primary key,
    node       varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    until_at   datetime(3)  not null
) engine = InnoDB;
