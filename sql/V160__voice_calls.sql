-- Calls that reached us: FLOW while a flow talks with the caller, AWAY while the exchange has them, ENDED.
-- A call that left a message for the sealed lane is secret: its number is sealed under that lane's key and has no index.
create table voice_call (
  id bigint not null primary key,
  call_id varchar(64) character set ascii collate ascii_bin not null,
  flow varchar(50) character set ascii collate ascii_bin not null,
  caller_index binary(32) null,
  caller_sealed varbinary(255) null,
  reference varchar(40) character set ascii collate ascii_bin null,
  secret boolean not null default false,
  state varchar(50) character set ascii collate ascii_bin not null,
  leaving varchar(50) character set ascii collate ascii_bin null,
  reached varchar(260) character set ascii collate ascii_bin null,
  began_at datetime(6) not null,
  seen_at datetime(6) not null,
  ended_at datetime(6) null,
  unique key one_call (call_id),
  key in_progress (state, seen_at),
  key of_caller (caller_index, began_at),
  key by_time (began_at)
);
