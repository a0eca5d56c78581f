package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Looks;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** The table {@code sealed_look}: who looked or did what; the audit trail and every other custodian learn of it at once. */
@Singleton
class SqlLooks {
    private static final int PAGE = 100;
    private static final String GIVEN = "given";
    private static final String GATEWAY = "M-Score";
    private static final String UNSEEN = "select count(*) as n from sealed_look where account <> ?"
            + " and id > coalesce((select look_id from sealed_look_seen where account = ?), 0)";

    private final Sql sql;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    SqlLooks(Sql sql, AuditTrail audit, Ids ids, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a look or deed down for the auditor and the other custodians; of a reason the trail learns that it was given. */
    void note(Viewer viewer, SealedCase held, String what, String reason) {
        sql.update(
                "insert into sealed_look (id, complaint_id, account, name, what, at) values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                held.id(),
                viewer.account(),
                viewer.name(),
                what,
                clock.instant());
        audit.note(viewer, "sealed." + what, held.pseudonym().hex(), reason.isBlank() ? "" : GIVEN);
    }

    /** Tells all custodians that the words of a case were erased. */
    void erased(long complaint) {
        sql.update(
                "insert into sealed_look (id, complaint_id, account, name, what, at) values (?, ?, 0, ?, 'erased', ?)",
                ids.next(),
                complaint,
                GATEWAY,
                clock.instant());
    }

    Looks ofOthers(Viewer viewer, int wanted) {
        int unseen = unseen(viewer);
        int page = wanted > 0 ? wanted : Math.max(1, (unseen + PAGE - 1) / PAGE);
        List<Look> found = sql.rows(
                "select l.id, c.pseudonym, l.name, l.what, l.at,"
                        + " l.id > coalesce((select look_id from sealed_look_seen where account = ?), 0) as fresh"
                        + " from sealed_look l join sealed_case c on c.complaint_id = l.complaint_id"
                        + " where l.account <> ? order by l.id desc limit ? offset ?",
                row -> new Look(
                        row.number("id"),
                        new Pseudonym(row.text("pseudonym")),
                        row.text("name"),
                        row.text("what"),
                        row.instant("at"),
                        row.flag("fresh")),
                viewer.account(),
                viewer.account(),
                PAGE + 1,
                (page - 1L) * PAGE);
        int older = (int) Math.max(0, unseen - (long) page * PAGE);
        return new Looks(found.stream().limit(PAGE).toList(), page, found.size() > PAGE, older);
    }

    /** Never beyond what is there, and nothing while one that was not shown stands among them: it stays fresh. */
    void seen(Viewer viewer, long newest, int shown) {
        int fresh = sql.count(UNSEEN + " and id <= ?", viewer.account(), viewer.account(), newest);
        if (fresh == shown) {
            sql.update(
                    "insert into sealed_look_seen (account, look_id) select ?, coalesce(max(id), 0) from sealed_look"
                            + " where id <= ? on duplicate key update look_id = greatest(look_id, values(look_id))",
                    viewer.account(),
                    newest);
        }
    }

    int unseen(Viewer viewer) {
        return sql.count(UNSEEN, viewer.account(), viewer.account());
    }
}
