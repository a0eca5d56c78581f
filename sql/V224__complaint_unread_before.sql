-- Words of a citizen that came to an answered or ended case before there was a list of them, and were not erased since: they
-- stand in it with the day of the upgrade, so that they stand before nothing that came later.
update complaint c set c.unread_due = date(utc_timestamp() + interval 7 hour)
    where not c.secret and c.state in ('DA_TRA_LOI', 'DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT')
        and exists (select 1 from complaint_words w
            where w.complaint_id = c.id and w.author = 'CITIZEN' and length(w.words_sealed) > 0)
        and exists (select 1 from complaint_event e
            where e.complaint_id = c.id and e.deed = 'words'
                and e.to_state not in ('MOI', 'PHAN_LOAI', 'DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI')
                and not exists (select 1 from complaint_event m
                    where m.complaint_id = c.id and m.at > e.at
                        and m.to_state in ('MOI', 'PHAN_LOAI', 'DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI')));
