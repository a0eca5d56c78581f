package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Sql;

/** Adds lines to the one chain under the lock of its head, so that lines of all nodes stand in the order of commit. */
@Singleton
public class SqlAuditTrail implements AuditTrail {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_REASON = 500;

    private final Sql sql;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public SqlAuditTrail(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void note(Viewer actor, String deed, String subject, String reason) {
        Head head = sql.first(
                        "select seq, hash from audit_head where id = 1 for update",
                        row -> new Head(row.number("seq"), row.bytes("hash")))
                .orElseThrow(() -> new IllegalStateException("the audit trail has no head"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditLine line = new AuditLine(
                head.seq() + 1,
                now,
                actor.account(),
                actor.login(),
                actor.role().name(),
                deed,
                clean(subject, LONGEST_SUBJECT),
                clean(reason, LONGEST_REASON));
        add(line, line.chained(head.hash()));
    }

    private void add(AuditLine line, byte[] hash) {
        sql.update(
                "insert into audit_line (seq, at, account, login, role, deed, subject, reason, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                line.seq(),
                line.at(),
                line.account(),
                line.login(),
                line.role(),
                line.deed(),
                line.subject(),
                line.reason(),
                hash);
        sql.update("update audit_head set seq = ?, hash = ? where id = 1", line.seq(), hash);
        Failpoint.hit("audit.afterAppend.beforeCommit");
    }

    /** One line stays one line (R49), and what is read back is what was hashed. */
    private static String clean(String text, int longest) {
        String visible = text.replaceAll("\\p{Cntrl}", " ").strip();
        if (visible.length() <= longest) {
            return visible;
        }
        int end = Character.isHighSurrogate(visible.charAt(longest - 1)) ? longest - 1 : longest;
        return visible.substring(0, end);
    }

    private record Head(long seq, byte[] hash) {}
}
