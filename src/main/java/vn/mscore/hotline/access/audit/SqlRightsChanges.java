package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import vn.mscore.hotline.access.RightsChanges;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;

/** By the beginnings of deeds, so that a new one of their kind is not forgotten. */
@Singleton
public class SqlRightsChanges implements RightsChanges {
    private static final String SINCE = "select distinct deed from audit_line where at >= ?"
            + " and (deed like 'account.%' or deed like 'second-factor.reset%' or deed like 'api-key.%')";

    private final Sql sql;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public SqlRightsChanges(Sql sql, InTransaction transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public Set<String> since(Instant from) {
        return Set.copyOf(transaction.call(() -> sql.rows(SINCE, row -> row.text("deed"), from)));
    }
}
