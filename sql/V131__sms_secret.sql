-- Messages that belong to the sealed lane: sealed under its own key, shown to nobody with a number's other messages, and
-- without any index of the number once limits no longer need it.
alter table sms_message add column secret boolean not null default false, add key secret_messages (secret, received_at);
alter table sms_part add column secret boolean not null default false;
alter table sms_outbox add column secret boolean not null default false, add key of_message (answers_id);
