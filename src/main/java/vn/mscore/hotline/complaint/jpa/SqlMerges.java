package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.life.Merges;
import vn.mscore.hotline.complaint.life.Ties;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Merges in {@code complaint_merge}, whole trees of them; whose a case is tells its {@code phone_index}. */
@Singleton
public class SqlMerges implements Merges {
    private static final String UP =
            "with recursive up (id, step) as (select into_id, 1 from complaint_merge where complaint_id = ?"
                    + " union all select m.into_id, up.step + 1 from complaint_merge m join up on m.complaint_id = up.id)";

    /** The case with which a merged one is answered in the end. */
    static final String TOP = UP + " select id from up order by step desc limit 1";

    private static final String HIS = "with recursive tree (id) as (select id from complaint where id = ?"
            + " union select m.complaint_id from complaint_merge m join tree on m.into_id = tree.id)"
            + " select c.id from tree join complaint c on c.id = tree.id"
            + " where c.phone_index = (select phone_index from complaint where id = ?) order by c.id = ? desc, c.id";

    private final Sql sql;
    private final Ties ties;

    /** Takes out through {@code ties}. */
    @Inject
    SqlMerges(Sql sql, Ties ties) {
        this.sql = sql;
        this.ties = ties;
    }

    @Override
    public Optional<TicketNumber> headOf(long merged) {
        return top(merged)
                .flatMap(id -> sql.first(
                        "select ticket from complaint where id = ?", row -> new TicketNumber(row.text("ticket")), id));
    }

    @Override
    public boolean speaks(Complaint merged) {
        return his(merged, top(merged.id()).orElse(merged.id())).stream()
                .findFirst()
                .filter(first -> first == merged.id())
                .isPresent();
    }

    private Optional<Long> top(long merged) {
        return sql.first(TOP, row -> row.number("id"), merged);
    }

    /** What the citizen of a merged case has in the merge: the head if it is his, then the oldest first. */
    private List<Long> his(Complaint merged, long head) {
        return sql.ids(HIS, head, merged.id(), head);
    }

    @Override
    public void comeOut(Complaint merged, String actor) {
        long head = top(merged.id()).orElse(merged.id());
        List<Long> his = his(merged, head);
        his.forEach(one -> sql.update(
                "update complaint_merge m join complaint c on c.id = m.complaint_id join complaint me on me.id = ?"
                        + " set m.into_id = ? where m.into_id = ? and not (c.phone_index <=> me.phone_index)",
                merged.id(),
                head,
                one));
        his.stream()
                .filter(one -> one != merged.id())
                .forEach(one ->
                        sql.update("update complaint_merge set into_id = ? where complaint_id = ?", merged.id(), one));
        ties.unmerge(merged, actor);
    }
}
