-- What callers said. A row is committed before the first second is taken: PROMISED, then KEPT (sealed in a file of its own
-- key), EMPTY (nothing was said), QUARANTINED (no sound of ours; why says so) and at last ERASED (its key is destroyed).
create table voice_recording (
  id bigint not null primary key,
  recording_id char(36) character set ascii collate ascii_bin not null,
  call_id varchar(64) character set ascii collate ascii_bin not null,
  fallback boolean not null default false,
  secret boolean not null,
  state varchar(50) character set ascii collate ascii_bin not null,
  purpose_sealed varbinary(1000) null,
  caller_sealed varbinary(255) null,
  key_sealed varbinary(255) null,
  digest binary(32) null,
  bytes bigint null,
  length_ms bigint null,
  spoken boolean null,
  ending varchar(50) character set ascii collate ascii_bin null,
  linked_sealed varbinary(1000) null,
  why varchar(100) character set ascii collate ascii_bin null,
  file_removed boolean not null default false,
  promised_at datetime(6) not null,
  kept_at datetime(6) null,
  erased_at datetime(6) null,
  unique key one_recording (recording_id),
  key of_call (call_id, fallback),
  key by_state (state, promised_at)
);
