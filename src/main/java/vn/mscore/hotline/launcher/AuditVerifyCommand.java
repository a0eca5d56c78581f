package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.AuditChain;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditSeals;
import vn.mscore.hotline.access.CaseChains.Broken;
import vn.mscore.hotline.access.CaseChains.Verdict;

/**
 * Walks the audit trail and the logs of all cases without the gateway; exit code 0 when nothing was deleted, changed, moved
 * or cut off.
 */
final class AuditVerifyCommand {
    private static final int BATCH = 5_000;

    private final PrintStream out;

    AuditVerifyCommand(PrintStream out) {
        this.out = out;
    }

    /** Against the seals of this machine, and {@code heads}: a file of what a witness got, as it came. Also while a gateway runs. */
    int run(GatewaySettings settings, Optional<Path> heads) throws StartRefused {
        AuditSeals seals = new SealFiles(out).read(settings, heads);
        Optional<Database> standing = Database.standing(settings);
        if (standing.isPresent()) {
            return walked(standing.get(), seals);
        }
        try (Ground ground = Ground.open(settings)) {
            return walked(ground.database(), seals);
        }
    }

    int walked(Database database, AuditSeals seals) throws StartRefused {
        try (Connection connection = database.connect()) {
            boolean trail = trail(connection, seals);
            return cases(connection) && trail ? 0 : 1;
        } catch (SQLException e) {
            throw new StartRefused("the audit trail or the logs of cases cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the trail is whole and all seals fit. */
    boolean trail(Connection connection, AuditSeals seals) throws SQLException {
        AuditChain chain = new AuditChain(seals.byLine());
        walk(connection, chain);
        List<String> faults = new ArrayList<>(seals.faults());
        faults.addAll(chain.faults());
        faults.forEach(fault -> out.println("[hotline] audit trail: " + fault));
        chain.gaps()
                .forEach(gap -> out.println("[hotline] audit trail: " + gap
                        + ": right if another node worked then or this one is new, else they were taken away"));
        out.println("[hotline] audit trail: " + chain.lines() + " lines, " + chain.sealsThatFit() + " seals fit, "
                + (faults.isEmpty() ? "whole" : "NOT whole"));
        return faults.isEmpty();
    }

    /** Whether the logs of all cases are whole; sealed cases are walked, but neither named nor counted. */
    boolean cases(Connection connection) throws SQLException {
        Verdict cases = new CaseLogWalk(connection).walk();
        cases.broken().forEach(one -> out.println("[hotline] case logs: " + broken(one)));
        if (!cases.sealsFit()) {
            out.println("[hotline] case logs: the seals are not those of the audit trail");
        }
        out.println("[hotline] case logs: " + cases.cases() + " cases that may be named, " + cases.seals() + " seals, "
                + (cases.whole() ? "whole" : "NOT whole"));
        return cases.whole();
    }

    private static String broken(Broken one) {
        String name = one.name().orElse("a case that is not named");
        if (one.words()) {
            return "a reason, note or explanation of " + name + " was put in: no entry vouches for it";
        }
        return "entry " + one.version() + " of " + name
                + (one.entry() == 0
                        ? " is missing"
                        : ", or what was written with it, was changed, moved or put in, or the one before it is missing");
    }

    /** In batches, so that a long trail is never in memory at once, and as it was at one instant. Ends the transaction. */
    static void walk(Connection connection, AuditChain chain) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            batches(connection, chain);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void batches(Connection connection, AuditChain chain) throws SQLException {
        long before;
        do {
            before = chain.lines();
            batch(connection, chain);
        } while (chain.lines() > before);
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select seq, hash from audit_head where id = 1")) {
            if (head.next()) {
                chain.end(head.getLong("seq"), head.getBytes("hash"));
            } else {
                chain.end(-1, new byte[0]);
            }
        }
    }

    private static void batch(Connection connection, AuditChain chain) throws SQLException {
        String lines = "select * from audit_line where seq > " + chain.lines() + " order by seq limit " + BATCH;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(lines)) {
            while (row.next()) {
                chain.next(line(row), row.getBytes("hash"));
            }
        }
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("seq"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("account"),
                row.getString("login"),
                row.getString("role"),
                row.getString("deed"),
                row.getString("subject"),
                row.getString("reason"));
    }
}
