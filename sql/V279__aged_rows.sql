-- What time takes away, and what one number left, is found without reading all of it.
alter table score_comment
    add key if not exists score_comment_age (at);
alter table survey_call
    add key if not exists survey_call_age (state, settled_at);
alter table sms_missed_call
    add key if not exists sms_missed_call_of_number (caller_index);
