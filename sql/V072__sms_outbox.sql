-- What goes out: NEW, SENDING, SENT, UNKNOWN, FAILED, EXPIRED. Numbers and texts are sealed.
create table sms_outbox (
  id bigint not null primary key,
  kind varchar(50) character set ascii collate ascii_bin not null,
  priority tinyint not null,
  state varchar(50) character set ascii collate ascii_bin not null,
  line varchar(50) character set ascii collate ascii_bin not null default '',
  to_index binary(32) not null,
  to_sealed varbinary(255) not null,
  text_sealed blob not null,
  text_digest binary(32) not null,
  reply boolean not null,
  answers_id bigint null,
  created_at datetime(6) not null,
  not_before datetime(6) not null,
  not_after datetime(6) not null,
  attempts smallint not null default 0,
  copies tinyint not null default 0,
  sent_by varchar(50) character set ascii collate ascii_bin null,
  sending_at datetime(6) null,
  sent_at datetime(6) null,
  parts smallint not null default 0,
  reason varchar(255) null,
  delivery varchar(50) character set ascii collate ascii_bin null,
  key due (state, priority, not_before, id, line),
  key of_number (to_index, created_at),
  key of_reply (reply, created_at),
  key of_line (sent_by, sent_at)
);

-- The network's reference of every part taken, for the delivery reports to come.
create table sms_outbox_part (
  outbox_id bigint not null,
  copy smallint not null,
  number smallint not null,
  line varchar(50) character set ascii collate ascii_bin not null,
  reference varchar(100) character set ascii collate ascii_bin not null,
  sent_at datetime(6) not null,
  status smallint null,
  reported_at datetime(6) null,
  primary key (outbox_id, copy, number),
  key by_reference (line, reference, sent_at)
);

-- Every delivery report; those that fit no part stay without outbox_id.
create table sms_report (
  id bigint not null primary key,
  line varchar(50) character set ascii collate ascii_bin not null,
  reference varchar(100) character set ascii collate ascii_bin not null,
  to_index binary(32) not null,
  to_sealed varbinary(255) not null,
  status smallint not null,
  discharged_at datetime(6) null,
  received_at datetime(6) not null,
  raw_sealed blob not null,
  dedupe_key binary(32) null,
  matched boolean not null default false,
  outbox_id bigint null,
  unique key one_copy (dedupe_key),
  key unmatched (matched, received_at)
);
