-- Spoken words that a person of the desk typed: who did. Null for words as they came.
alter table complaint_words
    add column typed_by varchar(150) null after source;
