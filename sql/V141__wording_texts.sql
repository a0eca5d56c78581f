-- Texts in place of the packed files. The newest row of a name and spelling counts; older ones are the history.
create table sms_template (
    id               bigint          not null primary key,
    name             varchar(50)     character set ascii collate ascii_bin not null,
    language         varchar(10)     character set ascii collate ascii_bin not null,
    text             varchar(1000)   not null,
    written_by       varchar(100)    not null,
    written_at       datetime(6)     not null,
    key sms_template_newest (name, language, id)
);
