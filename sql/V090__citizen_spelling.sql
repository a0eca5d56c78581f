-- Whether the person behind a number writes Vietnamese with diacritics: what we say unasked is spelled the same way.
alter table citizen_line add column diacritics boolean not null default false;
