package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
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
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseLogCheck;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;

/**
 * Walks the logs of all cases in blocks: a long table is never in memory at once. People act meanwhile, and each statement
 * may see what the one before did not: a case that looks broken is looked at again under its lock before it is told.
 */
@Singleton
public class SqlCaseChains implements CaseLogCheck {
    private final Sql sql;
    private final InTransaction transaction;
    private final AuditTrail trail;
    private final SqlCaseWords words;

    /** Joined by CDI. */
    @Inject
    SqlCaseChains(Sql sql, InTransaction transaction, AuditTrail trail, SqlCaseWords words) {
        this.words = words;
        this.sql = sql;
        this.transaction = transaction;
        this.trail = trail;
    }

    @Override
    public Optional<Verdict> verify(Viewer viewer) {
        if (!viewer.is(Role.AUDITOR)) {
            return Optional.empty();
        }
        Verdict verdict = check();
        transaction.run(() -> trail.note(
                viewer, "case-logs.verified", "seal " + verdict.seals(), verdict.whole() ? "whole" : "NOT whole"));
        return Optional.of(verdict);
    }

    /** Seals that come while it walks are not walked: the newest that was noted is read first. */
    Verdict check() {
        CaseChains chains = transaction.call(() -> new CaseChains(noted(), sealed()));
        long runs = chains.runs();
        long after = 0;
        while (after < Long.MAX_VALUE) {
            after = cases(chains, after);
        }
        Sealed last = new Sealed(0, new Seal(0, 0, new byte[0]));
        List<Sealed> seals = seals(last, runs);
        while (!seals.isEmpty()) {
            chains.seals(seals);
            seals = seals(seals.get(seals.size() - 1), runs);
        }
        return chains.end();
    }

    private Optional<Noted> noted() {
        return sql.first(
                        CaseChainsQueries.NOTED,
                        row -> Noted.read(row.text("subject"), row.text("reason")),
                        CaseSeals.DEED)
                .flatMap(noted -> noted);
    }

    private long sealed() {
        return sql.first(CaseChainsQueries.RUNS, row -> row.number("run")).orElse(0L);
    }

    /** One block; returns the last case of it, the largest number when no more follow. */
    private long cases(CaseChains chains, long after) {
        Block block = transaction.call(() -> block(after, chains.runs()));
        chains.next(block, id -> transaction.call(() -> alone(id, chains.runs())));
        return CaseChainsQueries.until(block.heads());
    }

    private Block block(long after, long runs) {
        List<Head> heads = sql.rows(CaseChainsQueries.HEADS, SqlCaseChains::head, after);
        long until = CaseChainsQueries.until(heads);
        return new Block(heads, entries(after, until), seals(after, until, runs), words.between(after, until));
    }

    /** {@link SqlCaseLog} takes the same lock before it adds an entry, and holds it until it is there with its head. */
    private Block alone(long id, long runs) {
        List<Head> head = sql.rows(CaseChainsQueries.HEAD_HELD, SqlCaseChains::head, id);
        return new Block(head, entries(id - 1, id), seals(id - 1, id, runs), words.between(id - 1, id));
    }

    private static Head head(Sql.Row row) throws SQLException {
        return new Head(
                row.number("id"),
                row.flag("secret") ? Optional.empty() : Optional.of(row.text("ticket")),
                (int) row.number("version"),
                row.bytes("log_head"));
    }

    private List<Linked> entries(long after, long until) {
        return sql.rows(CaseChainsQueries.ENTRIES, row -> new Linked(link(row), row.bytes("hash")), after, until);
    }

    private List<Seal> seals(long after, long until, long runs) {
        return sql.rows(CaseChainsQueries.SEALS_OF_CASES, SqlCaseChains::seal, after, until, runs);
    }

    private List<Sealed> seals(Sealed after, long runs) {
        return transaction.call(() -> sql.rows(
                CaseChainsQueries.SEALS_IN_ORDER,
                row -> new Sealed(row.number("run"), seal(row)),
                after.run(),
                after.run(),
                after.seal().complaint(),
                runs));
    }

    private static Seal seal(Sql.Row row) throws SQLException {
        return new Seal(row.number("complaint_id"), (int) row.number("version"), row.bytes("hash"));
    }

    private static CaseLink link(Sql.Row row) throws SQLException {
        return new CaseLink(
                row.number("complaint_id"),
                row.number("id"),
                row.instant("at"),
                row.text("actor"),
                row.text("deed"),
                text(row, "from_state"),
                row.text("to_state"),
                text(row, "from_unit"),
                text(row, "to_unit"),
                row.text("note"),
                (int) row.number("version"),
                CaseLink.words(row.bytes("words")));
    }

    private static String text(Sql.Row row, String column) throws SQLException {
        String text = row.text(column);
        return text == null ? "" : text;
    }
}
