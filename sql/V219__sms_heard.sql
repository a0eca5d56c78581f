-- Of lines that give no id and no time stamp: from when until when everything a line took was answered, and its centre has
-- our answers. What was taken then cannot come again: equal words are new. Rows are of use for an hour.
create table sms_heard (
  line varchar(50) character set ascii collate ascii_bin not null,
  stretch char(36) character set ascii collate ascii_bin not null,
  since_at datetime(6) not null,
  until_at datetime(6) not null,
  primary key (line, stretch)
);
