package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.logging.Logger;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;

/** Each minute in which a line was added, the head goes signed into a file and into the log: a cut-off tail shows. */
@Singleton
public class SqlSealAuditTrail implements Job {
    private static final Logger LOG = Logger.getLogger(SqlSealAuditTrail.class.getName());
    private static final int HASH_SHOWN = 16;

    private final Sql sql;
    private final InTransaction transaction;
    private final SealFile file;
    private final Clock clock;
    private long sealed = -1;

    /** Joined by CDI. */
    @Inject
    SqlSealAuditTrail(Sql sql, InTransaction transaction, SealFile file, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "access.seal-audit-trail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        if (sealed < 0) {
            sealed = file.last();
        }
        AuditSeal head = transaction.call(() -> sql.first(
                        "select seq, hash from audit_head where id = 1",
                        row -> new AuditSeal(
                                row.number("seq"), HexFormat.of().formatHex(row.bytes("hash")), clock.instant()))
                .orElseThrow());
        if (head.seq() == sealed || head.seq() == 0) {
            return 0;
        }
        file.add(head);
        sealed = head.seq();
        LOG.info(() ->
                "audit trail sealed at line " + head.seq() + " " + head.hash().substring(0, HASH_SHOWN));
        return 1;
    }
}
