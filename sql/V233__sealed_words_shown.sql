-- Words that come to a sealed case after custodians read it are marked on its cover until one of them has read them too.
alter table sealed_case
    add column words_shown int null comment 'how many of the words of the citizen the last reader was shown; null: never read';

update sealed_case s
    set s.words_shown = (select count(*) from complaint_words w where w.complaint_id = s.complaint_id and w.author = 'CITIZEN'
        and w.at <= (select max(l.at) from sealed_look l where l.complaint_id = s.complaint_id and l.what = 'read'))
    where exists (select 1 from sealed_look l where l.complaint_id = s.complaint_id and l.what = 'read');
