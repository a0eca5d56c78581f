package vn.mscore.hotline.platform.db;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.platform.DatabaseState;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;

/** Compares Flyway's own table with the version the launcher says it brought the schema to. */
@Singleton
public class SqlDatabaseState implements DatabaseState {
    private static final String NEWEST =
            "select version from flyway_schema_history where success = 1 and version is not null"
                    + " order by installed_rank desc limit 1";
    private static final String FAILED = "select count(*) as n from flyway_schema_history where success = 0";

    private final Sql sql;
    private final InTransaction transaction;
    private final Optional<String> wanted;

    /** The launcher passes the wanted version as {@code hotline.schema}. */
    @Inject
    public SqlDatabaseState(Sql sql, InTransaction transaction, Settings settings) {
        this.sql = sql;
        this.transaction = transaction;
        this.wanted = settings.text("hotline.schema");
    }

    @Override
    public String fault() {
        return transaction.call(this::ask);
    }

    private String ask() {
        long failed = sql.first(FAILED, row -> row.number("n")).orElse(0L);
        if (failed > 0) {
            return failed + " migrations failed";
        }
        String newest = sql.first(NEWEST, row -> row.text("version")).orElse("none");
        return wanted.filter(version -> !version.equals(newest))
                .map(version -> "schema is at " + newest + ", this build needs " + version)
                .orElse("");
    }
}
