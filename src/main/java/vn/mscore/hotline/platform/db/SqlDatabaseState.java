package vn.mscore.hotline.platform.db;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.DatabaseState;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;

/** Compares Flyway's own table with the version the launcher says it brought the schema to, and writes one row. */
@Singleton
public class SqlDatabaseState implements DatabaseState {
    private static final String NEWEST =
            "select version from flyway_schema_history where success = 1 and version is not null"
                    + " order by installed_rank desc limit 1";
    private static final String FAILED = "select count(*) as n from flyway_schema_history where success = 0";

    // A disk that is full may hold a write up instead of refusing it.
    private static final String BEAT = "set statement max_statement_time = 5 for"
            + " insert into platform_heartbeat (id, beat_at) values (1, utc_timestamp(6))"
            + " on duplicate key update beat_at = values(beat_at)";

    private static final Logger LOG = Logger.getLogger(SqlDatabaseState.class.getName());

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
        String fault = transaction.call(this::ask);
        return fault.isEmpty() ? refusal() : fault;
    }

    private String refusal() {
        try {
            transaction.call(() -> sql.update(BEAT));
            return "";
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the database answers and takes no writes");
            return "the database takes no writes";
        }
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
