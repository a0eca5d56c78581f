package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.CaseChains;
import vn.mscore.hotline.access.CaseChains.Block;
import vn.mscore.hotline.access.CaseChains.Head;
import vn.mscore.hotline.access.CaseChains.Linked;
import vn.mscore.hotline.access.CaseChains.Sealed;
import vn.mscore.hotline.access.CaseChains.Verdict;
import vn.mscore.hotline.access.CaseChainsQueries;
import vn.mscore.hotline.access.CaseLink;
import vn.mscore.hotline.access.CaseSeals;
import vn.mscore.hotline.access.CaseSeals.Noted;
import vn.mscore.hotline.access.CaseSeals.Seal;
import vn.mscore.hotline.access.CaseWords;

/** Walks the logs of all cases without the gateway; each block is read as it was at one instant. */
final class CaseLogWalk {
    private final Connection connection;

    /** Reads from {@code connection}, whose transactions it ends. */
    CaseLogWalk(Connection connection) {
        this.connection = connection;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Verdict walk() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            CaseChains chains = new CaseChains(noted(), sealed());
            connection.commit();
            long after = 0;
            while (after < Long.MAX_VALUE) {
                after = cases(chains, after);
                connection.commit();
            }
            seals(chains);
            return chains.end();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Optional<Noted> noted() throws SQLException {
        return rows(
                        CaseChainsQueries.NOTED,
                        row -> Noted.read(row.getString("subject"), row.getString("reason")),
                        CaseSeals.DEED)
                .stream()
                .findFirst()
                .flatMap(one -> one);
    }

    private long sealed() throws SQLException {
        return rows(CaseChainsQueries.RUNS, row -> row.getLong("run")).stream()
                .findFirst()
                .orElse(0L);
    }

    private long cases(CaseChains chains, long after) throws SQLException {
        List<Head> heads = rows(
                CaseChainsQueries.HEADS,
                row -> new Head(
                        row.getLong("id"),
                        row.getBoolean("secret") ? Optional.empty() : Optional.of(row.getString("ticket")),
                        row.getInt("version"),
                        row.getBytes("log_head")),
                after);
        long until = CaseChainsQueries.until(heads);
        List<Linked> entries =
                rows(CaseChainsQueries.ENTRIES, row -> new Linked(link(row), row.getBytes("hash")), after, until);
        List<Seal> seals = rows(CaseChainsQueries.SEALS_OF_CASES, CaseLogWalk::seal, after, until, chains.runs());
        List<CaseWords> words = rows(CaseChainsQueries.WORDS, CaseLogWalk::words, after, until, after, until);
        chains.next(new Block(heads, entries, seals, words));
        return until;
    }

    private void seals(CaseChains chains) throws SQLException {
        long run = 0;
        long complaint = 0;
        List<Sealed> some;
        do {
            some = rows(
                    CaseChainsQueries.SEALS_IN_ORDER,
                    row -> new Sealed(row.getLong("run"), seal(row)),
                    run,
                    run,
                    complaint,
                    chains.runs());
            chains.seals(some);
            if (!some.isEmpty()) {
                run = some.get(some.size() - 1).run();
                complaint = some.get(some.size() - 1).seal().complaint();
            }
        } while (!some.isEmpty());
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getLong("complaint_id"), row.getInt("version"), row.getBytes("hash"));
    }

    private static CaseLink link(ResultSet row) throws SQLException {
        return new CaseLink(
                row.getLong("complaint_id"),
                row.getLong("id"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("actor"),
                row.getString("deed"),
                text(row, "from_state"),
                row.getString("to_state"),
                text(row, "from_unit"),
                text(row, "to_unit"),
                row.getString("note"),
                row.getInt("version"),
                CaseLink.words(row.getBytes("words")));
    }

    /** Without the keys: that what is there opens, and as what was written, the gateway finds out. */
    private static CaseWords words(ResultSet row) throws SQLException {
        boolean gone = row.getBytes("kept").length == 0 && !row.getBoolean("erased");
        return new CaseWords(
                row.getLong("complaint_id"),
                row.getInt("version"),
                row.getString("place"),
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                row.getString("unit"),
                gone ? new byte[0] : row.getBytes("proof"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private <T> List<T> rows(String query, Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }
}
