-- Words of a citizen that came to an answered or ended case before there was a list of them, and were not erased since.
update complaint c set c.unread_due = (
        select date(min(e.at) + interval 7 hour) from complaint_event e
        where e.complaint_id = c.id and e.deed = 'words' and e.to_state = c.state
            and e.at >= coalesce((select max(m.at) from complaint_event m
                where m.complaint_id = c.id and m.to_state = c.state and m.from_state <> m.to_state), e.at))
    where not c.secret and c.state in ('DA_TRA_LOI', 'DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT')
        and exists (select 1 from complaint_words w
            where w.complaint_id = c.id and w.author = 'CITIZEN' and length(w.words_sealed) > 0);
