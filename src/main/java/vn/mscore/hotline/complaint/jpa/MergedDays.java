package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseClock.Nearest;
import vn.mscore.hotline.platform.Sql;

/** The days told to the citizens merged into a case: who answers it answers them, so the nearest day is the one it has. */
@Singleton
class MergedDays {
    private static final String NEAREST =
            "with recursive tree (id) as (select complaint_id from complaint_merge where into_id = ?"
                    + " union select n.complaint_id from complaint_merge n join tree on n.into_id = tree.id)"
                    + " select c.due, coalesce(c.original_due, c.due) as original, m.at from tree join complaint c on c.id = tree.id"
                    + " join complaint_merge m on m.complaint_id = c.id where c.state = 'TRUNG' and not c.secret"
                    + " and not exists (select 1 from complaint_words w where w.complaint_id = c.id and "
                    + SqlGivenAnswers.STANDS + ") order by c.due, m.at limit 1";

    private final Sql sql;

    @Inject
    MergedDays(Sql sql) {
        this.sql = sql;
    }

    /** The nearest day of all that were told to who waits with {@code head}. */
    Optional<Nearest> nearest(long head) {
        return sql.first(
                NEAREST,
                row -> new Nearest(
                        Vietnam.day(row, "due").orElseThrow(),
                        Vietnam.day(row, "original").orElseThrow(),
                        row.instant("at")),
                head);
    }
}
