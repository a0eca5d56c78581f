-- Late parts of long messages: which part it is, and the way to all that came of one message.
alter table sms_message
  add column part smallint null comment 'number of a part that came too late',
  add key late_parts (continues_id, id);

-- What waits, or is parked, was stored in the same moment as its part.
update sms_message m
  join sms_part p on p.message_id = m.continues_id and p.received_at = m.received_at
  set m.part = p.number
  where m.continues_id is not null and m.state in ('NEW', 'POISON');
