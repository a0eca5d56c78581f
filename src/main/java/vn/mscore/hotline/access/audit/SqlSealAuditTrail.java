package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Logger;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.platform.Job;

/** Each minute in which a line was added, the head goes signed into a file and into the log: a cut-off tail shows. */
@Singleton
public class SqlSealAuditTrail implements Job {
    private static final Logger LOG = Logger.getLogger(SqlSealAuditTrail.class.getName());
    private static final int HASH_SHOWN = 16;

    private final SqlAuditHead trail;
    private final SealFile file;
    private long sealed = -1;

    /** Joined by CDI. */
    @Inject
    SqlSealAuditTrail(SqlAuditHead trail, SealFile file) {
        this.trail = trail;
        this.file = file;
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
        AuditSeal head = trail.now();
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
