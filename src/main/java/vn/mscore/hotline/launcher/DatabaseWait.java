package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Waits for a database of the deployer's that is away, for as long as it takes: one that recovers for an hour must find the
 * gateway there. What only a person can put right, a wrong password or schema, is refused at once.
 */
final class DatabaseWait {
    private static final Duration SAID_AGAIN = Duration.ofMinutes(1);

    /** MariaDB: too many connections, stopping. */
    private static final Set<Integer> PASSING = Set.of(1040, 1053, 1203);

    private static final String CONNECTION = "08";

    private final Database database;
    private final PrintStream out;
    private final Duration pause;

    /** Waits for {@code database}, asks every {@code pause} and says so once a minute. */
    DatabaseWait(Database database, PrintStream out, Duration pause) {
        this.database = database;
        this.out = out;
        this.pause = pause;
    }

    /** Returns when it answers. */
    void await() throws StartRefused {
        long begin = System.nanoTime();
        long said = begin - SAID_AGAIN.toNanos();
        for (Optional<SQLException> fault = fault(); fault.isPresent(); fault = fault()) {
            if (!passes(fault.get())) {
                throw new StartRefused("the database refuses: " + fault.get().getMessage(), fault.get());
            }
            long now = System.nanoTime();
            if (now - said >= SAID_AGAIN.toNanos()) {
                said = now;
                out.println("[hotline] waiting for the database since "
                        + Duration.ofNanos(now - begin).toSeconds() + " s: "
                        + fault.get().getMessage());
            }
            rest();
        }
    }

    private Optional<SQLException> fault() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** A name that nobody knows, or a connection that must be secure and cannot, is for a person to put right. */
    private static boolean isSetting(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof UnknownHostException
                        || cause instanceof SSLException
                        || cause instanceof CertificateException
                        || String.valueOf(cause.getMessage()).contains("ssl not enabled"));
    }

    private static boolean passes(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        return !isSetting(fault)
                && (fault instanceof SQLTransientException
                        || state.startsWith(CONNECTION)
                        || PASSING.contains(fault.getErrorCode()));
    }

    private void rest() throws StartRefused {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("stopped while starting", e);
        }
    }
}
