-- The voice pack a number chose on the telephone; apart from the language of texts: a pack may exist that has no texts.
alter table citizen_line
    add column voice varchar(20) character set ascii collate ascii_bin null;
