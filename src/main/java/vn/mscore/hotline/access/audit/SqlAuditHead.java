package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;

/** Where the trail ends now. */
@Singleton
public class SqlAuditHead {
    private final Sql sql;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public SqlAuditHead(Sql sql, InTransaction transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    AuditSeal now() {
        return transaction.call(() -> sql.first(
                        "select seq, hash from audit_head where id = 1",
                        row -> new AuditSeal(
                                row.number("seq"), HexFormat.of().formatHex(row.bytes("hash")), clock.instant()))
                .orElseThrow());
    }
}
