-- Ordinary recordings of a call in which something was said in secret are taken apart from it when it is over.
create index of_lane on voice_call (secret, state);
