-- What came in. Numbers, texts and octets are sealed; *_index and *_digest are keyed hashes.

-- One row per sender; whoever handles something of this sender holds it locked: one citizen at a time.
create table sms_turn (
  sender_index binary(32) not null primary key
);

-- Every short message as the radio delivered it, committed before the line deletes its copy.
create table sms_part (
  id bigint not null primary key,
  message_id bigint null,
  line varchar(50) character set ascii collate ascii_bin not null,
  sender_index binary(32) not null,
  sender_sealed varbinary(255) not null,
  kind varchar(50) character set ascii collate ascii_bin not null,
  text_sealed blob null,
  text_digest binary(32) null,
  raw_sealed mediumblob not null,
  dedupe_key binary(32) null,
  reference int null,
  bits tinyint null,
  total smallint null,
  number smallint null,
  flaw varchar(50) character set ascii collate ascii_bin null,
  sent_at datetime(6) null,
  raw_timestamp varchar(50) character set ascii collate ascii_bin null,
  received_at datetime(6) not null,
  unique key one_copy (dedupe_key),
  key of_message (message_id, number)
);

-- Long messages while parts are missing, and afterwards for parts that come late. Same id as the message.
create table sms_set (
  id bigint not null primary key,
  set_key binary(32) not null,
  sender_index binary(32) not null,
  total smallint not null,
  state varchar(50) character set ascii collate ascii_bin not null,
  received_at datetime(6) not null,
  due_at datetime(6) not null,
  key by_key (set_key, received_at),
  key by_sender (sender_index, state, id),
  key by_due (state, due_at)
);

-- Whole messages in the order of their first part: NEW, DONE, POISON.
create table sms_message (
  id bigint not null primary key,
  line varchar(50) character set ascii collate ascii_bin not null,
  sender_index binary(32) not null,
  sender_sealed varbinary(255) not null,
  text_sealed mediumblob not null,
  text_digest binary(32) not null,
  auto_reply boolean not null,
  flood boolean not null,
  continues_id bigint null,
  missing varchar(255) character set ascii collate ascii_bin null,
  sent_at datetime(6) null,
  received_at datetime(6) not null,
  state varchar(50) character set ascii collate ascii_bin not null,
  attempts smallint not null default 0,
  last_error varchar(500) null,
  done_at datetime(6) null,
  key waiting (state, sender_index, id),
  key by_time (state, received_at)
);

-- Deliveries nobody could decode, for a person.
create table sms_quarantine (
  id bigint not null primary key,
  line varchar(50) character set ascii collate ascii_bin not null,
  why varchar(255) not null,
  raw_sealed mediumblob not null,
  dedupe_key binary(32) null,
  received_at datetime(6) not null,
  unique key one_copy (dedupe_key)
);

create table sms_missed_call (
  id bigint not null primary key,
  line varchar(50) character set ascii collate ascii_bin not null,
  caller_index binary(32) null,
  caller_sealed varbinary(255) null,
  rang_at datetime(6) not null,
  key by_time (rang_at)
);
