package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The database the gateway uses, embedded or the deployer's own. */
record Database(String url, String user, String password, Runnable stopper) implements AutoCloseable {
    /** The deployer's when {@code hotline.db.url} is set, else the embedded one, started now. */
    static Database open(GatewaySettings settings) throws StartRefused {
        Database database =
                settings.text("hotline.db.url").isEmpty() ? EmbeddedDatabase.start(settings) : own(settings);
        settings.put("hotline.db.url", withTimeouts(database.url()));
        settings.put("hotline.db.user", database.user());
        settings.put("hotline.db.password", database.password());
        return database;
    }

    /**
     * One that needs nothing started here: your own, though a gateway may start meanwhile, or that of a running gateway. Empty
     * when it must be started; refused when a restore was not finished.
     */
    static Optional<Database> standing(GatewaySettings settings) throws StartRefused {
        if (settings.text("hotline.db.url").isEmpty() && !VarLock.isTaken(settings.var())) {
            return Optional.empty();
        }
        UnfinishedRestore.refuse(settings.var());
        Database database = ofRunning(settings);
        UnfinishedRestore.refuse(database);
        return Optional.of(database);
    }

    /** The one a running gateway works with; it is neither started nor stopped from here. */
    static Database ofRunning(GatewaySettings settings) throws StartRefused {
        return settings.text("hotline.db.url").isEmpty() ? EmbeddedDatabase.running(settings) : own(settings);
    }

    private static Database own(GatewaySettings settings) {
        return new Database(
                settings.text("hotline.db.url"),
                settings.text("hotline.db.user"),
                settings.text("hotline.db.password"),
                () -> {});
    }

    /** A database that hangs must not hang the gateway; migrations, which may take long, use the plain address. */
    private static String withTimeouts(String url) {
        if (url.contains("socketTimeout")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "connectTimeout=3000&socketTimeout=20000";
    }

    /** The same by an address on which nobody waits for ever. */
    Database withLimits() {
        return new Database(withTimeouts(url), user, password, stopper);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void close() {
        stopper.run();
    }
}
