package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.CaseClock.Joined;
import vn.mscore.hotline.platform.Sql;

/** The days told to the citizens merged into a case: who answers it answers them, so the nearest day is the one it has. */
@Singleton
class MergedDays {
    private static final String WAITING =
            "with recursive tree (id) as (select complaint_id from complaint_merge where into_id = ?"
                    + " union select n.complaint_id from complaint_merge n join tree on n.into_id = tree.id)"
                    + " select distinct c.due, coalesce(c.original_due, c.due) as original, m.at from tree join complaint c on c.id = tree.id"
                    + " join complaint_merge m on m.complaint_id = c.id where c.state = 'TRUNG' and not c.secret"
                    + " and not exists (select 1 from complaint_words w where w.complaint_id = c.id and "
                    + SqlGivenAnswers.STANDS + ")";

    private final Sql sql;

    @Inject
    MergedDays(Sql sql) {
        this.sql = sql;
    }

    /** All that were told to who waits with {@code head}. */
    List<Joined> of(long head) {
        return sql.rows(
                WAITING,
                row -> new Joined(
                        Vietnam.day(row, "due").orElseThrow(),
                        Vietnam.day(row, "original").orElseThrow(),
                        row.instant("at")),
                head);
    }
}
