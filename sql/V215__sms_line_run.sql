-- Which start of a node has a line: two processes of one name must not both work it. A node of an earlier version leaves it as it is.
alter table sms_line_lease
    add column run char(36) character set ascii collate ascii_bin null;
