-- Looked for every half minute among all that was ever kept; the bytes every quarter of one.
alter table voice_recording
  add column linked boolean as (linked_sealed is not null) persistent,
  add key unlinked (linked, state, promised_at),
  add key of_bytes (state, bytes);
