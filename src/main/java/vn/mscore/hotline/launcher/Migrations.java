package vn.mscore.hotline.launcher;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version; two nodes may do it at once. */
final class Migrations {
    private final Flyway flyway;

    Migrations(Database database) {
        this(database, "latest", false);
    }

    /** Up to the version {@code target} only, also where the mark of a restore lies already. */
    Migrations(Database database, String target) {
        this(database, target, true);
    }

    private Migrations(Database database, String target, boolean marked) {
        flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db")
                .target(target)
                .baselineOnMigrate(marked)
                .baselineVersion("0")
                .loggers("slf4j")
                .load();
    }

    /** Applies what is missing; returns how many were. */
    int apply() throws StartRefused {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new StartRefused("the migrations of the database failed: " + firstLine(e), e);
        }
    }

    /** How many are missing. */
    int pending() throws StartRefused {
        try {
            return flyway.info().pending().length;
        } catch (FlywayException e) {
            throw new StartRefused("the state of the migrations cannot be read: " + firstLine(e), e);
        }
    }

    /** The version this build brings the schema to, as Flyway writes it. */
    String newest() {
        var all = flyway.info().all();
        String newest = "";
        for (var migration : all) {
            if (migration.getVersion() != null) {
                newest = migration.getVersion().getVersion();
            }
        }
        return newest;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
