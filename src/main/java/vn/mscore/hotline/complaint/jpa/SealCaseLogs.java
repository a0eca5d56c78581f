package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.CaseSeals;
import vn.mscore.hotline.access.CaseSeals.Noted;
import vn.mscore.hotline.access.CaseSeals.Seal;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;

/**
 * Writes down how long the logs of cases have become, and the digest over all of it into the audit trail, which is sealed
 * outside the database. The line comes whether a case moved or not, and says no number of cases: it must not show that a
 * sealed one moved.
 */
@Singleton
public class SealCaseLogs implements Job {
    private static final int AT_ONCE = 1_000;
    private static final String GROWN = "select c.id, c.version, c.log_head from complaint c"
            + " left join complaint_log_seal s on s.complaint_id = c.id and s.version = c.version"
            + " where c.id > ? and c.version > 0 and s.complaint_id is null";

    private final Sql sql;
    private final InTransaction transaction;
    private final AuditTrail trail;
    private long seen = -1;
    private long seenBefore = -1;

    /** Joined by CDI. */
    @Inject
    SealCaseLogs(Sql sql, InTransaction transaction, AuditTrail trail) {
        this.sql = sql;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "complaint.seal-case-logs";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    /** In no figure: the log, too, would show that a sealed case moved, or say something of each run in which none did. */
    @Override
    public int run() {
        long newest = transaction.call(
                () -> sql.first("select max(id) as newest from complaint_event", row -> row.number("newest"))
                        .orElse(0L));
        // Rows become visible in another order than their numbers: what the run before the last had seen is looked at
        // again.
        long entriesFrom = seenBefore;
        long after = 0;
        do {
            List<Seal> grown = grown(after, entriesFrom);
            transaction.run(() -> seal(grown));
            after = grown.size() < AT_ONCE ? -1 : grown.get(grown.size() - 1).complaint();
        } while (after >= 0);
        seenBefore = seen;
        seen = newest;
        return 0;
    }

    /** All cases that are not sealed as they are, the first two times; later only those with new entries. */
    private List<Seal> grown(long after, long entriesFrom) {
        String lately = " and c.id in (select complaint_id from complaint_event where id > ?)";
        String order = " order by c.id limit " + AT_ONCE;
        return transaction.call(() -> entriesFrom < 0
                ? sql.rows(GROWN + order, SealCaseLogs::seal, after)
                : sql.rows(GROWN + lately + order, SealCaseLogs::seal, after, entriesFrom));
    }

    private static Seal seal(Sql.Row row) throws java.sql.SQLException {
        return new Seal(row.number("id"), (int) row.number("version"), row.bytes("log_head"));
    }

    /** Under a lock that only this work takes; the line of the trail comes last, as its lock is everybody's. */
    private void seal(List<Seal> grown) {
        CaseSeals seals = CaseSeals.after(sql.first(
                        "select run, hash from complaint_log_seal_head where id = 1 for update",
                        row -> new Noted(row.number("run"), row.bytes("hash")))
                .orElseThrow(() -> new IllegalStateException("the seals of case logs have no head")));
        long run = seals.run() + 1;
        for (Seal seal : grown) {
            if (added(run, seal)) {
                seals.next(run, seal);
            }
        }
        Noted noted = seals.end(run);
        sql.update("update complaint_log_seal_head set run = ?, hash = ? where id = 1", noted.run(), noted.hash());
        trail.note(Viewer.GATEWAY, "case-logs.sealed", noted.subject(), noted.reason());
    }

    /** False when another node was faster. */
    private boolean added(long run, Seal seal) {
        return sql.update(
                        "insert ignore into complaint_log_seal (complaint_id, version, hash, run) values (?, ?, ?, ?)",
                        seal.complaint(),
                        seal.version(),
                        seal.hash(),
                        run)
                > 0;
    }
}
