-- Many may type what they hear in a sealed recording: nobody's name is cut off.
alter table complaint_words
    modify column typed_by varchar(1000) null;
