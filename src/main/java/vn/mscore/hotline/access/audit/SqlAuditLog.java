package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.AuditChain;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditLog;
import vn.mscore.hotline.access.AuditSeals;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Unaccented;

/** Reads the trail, page by page or from end to end. */
@Singleton
public class SqlAuditLog implements AuditLog {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BATCH = 2_000;

    private final Sql sql;
    private final InTransaction transaction;
    private final AuditTrail trail;
    private final SealFile seals;

    /** Joined by CDI. */
    @Inject
    public SqlAuditLog(Sql sql, InTransaction transaction, AuditTrail trail, SealFile seals) {
        this.sql = sql;
        this.transaction = transaction;
        this.trail = trail;
        this.seals = seals;
    }

    @Override
    public List<AuditLine> read(Viewer viewer, Filter filter) {
        if (!viewer.is(Role.AUDITOR)) {
            return List.of();
        }
        return transaction.call(() -> {
            trail.note(viewer, "audit.read", said(filter), "");
            return page(filter);
        });
    }

    private static String said(Filter filter) {
        return filter.login().map(login -> "login " + login + " ").orElse("")
                + filter.deed().map(deed -> "deed " + deed + " ").orElse("")
                + filter.subject().map(subject -> "subject " + subject + " ").orElse("")
                + filter.day().map(day -> "day " + day).orElse("");
    }

    private List<AuditLine> page(Filter filter) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<Object> values = new ArrayList<>();
        filter.login().ifPresent(login -> addCode(where, values, " and login = ?", login));
        filter.deed().ifPresent(deed -> addCode(where, values, " and deed like concat(?, '%')", escaped(deed)));
        filter.subject().ifPresent(subject -> add(where, values, " and subject = ?", subject));
        filter.before().ifPresent(seq -> add(where, values, " and seq < ?", seq));
        filter.day().ifPresent(day -> {
            add(where, values, " and at >= ?", start(day));
            add(where, values, " and at < ?", start(day.plusDays(1)));
        });
        return sql.rows(
                "select * from audit_line" + where + " order by seq desc limit " + PAGE,
                SqlAuditLog::line,
                values.toArray());
    }

    /** No line has such a login or deed when it is more than ASCII. */
    private static void addCode(StringBuilder where, List<Object> values, String condition, String code) {
        if (Unaccented.isAscii(code)) {
            add(where, values, condition, code);
        } else {
            where.append(" and 1 = 0");
        }
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    private static String escaped(String beginning) {
        return beginning.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @Override
    public Optional<Verdict> verify(Viewer viewer) {
        if (!viewer.is(Role.AUDITOR)) {
            return Optional.empty();
        }
        Verdict verdict = check();
        String found = verdict.faults().isEmpty() ? "whole" : verdict.faults().get(0);
        transaction.run(() -> trail.note(viewer, "audit.verified", verdict.lines() + " lines", found));
        return Optional.of(verdict);
    }

    /** Lines that come while it walks are not walked: the head is read first. */
    Verdict check() {
        List<String> faults = new ArrayList<>();
        Head head = transaction.call(this::head);
        AuditSeals kept = seals.read();
        faults.addAll(kept.faults());
        Map<Long, byte[]> sealed = kept.byLine();
        sealed.keySet().removeIf(seq -> seq > head.seq() && exists(seq));
        AuditChain chain = new AuditChain(sealed);
        long from = 0;
        while (from < head.seq()) {
            List<Stored> batch = batch(from, head.seq());
            batch.forEach(stored -> chain.next(stored.line(), stored.hash()));
            from = batch.isEmpty()
                    ? head.seq()
                    : batch.get(batch.size() - 1).line().seq();
        }
        chain.end(head.seq(), head.hash());
        faults.addAll(chain.faults());
        return new Verdict(chain.lines(), chain.sealsThatFit(), faults, chain.gaps());
    }

    private boolean exists(long seq) {
        return transaction.call(() -> sql.exists("select 1 from audit_line where seq = ?", seq));
    }

    private Head head() {
        return sql.first(
                        "select seq, hash from audit_head where id = 1",
                        row -> new Head(row.number("seq"), row.bytes("hash")))
                .orElse(new Head(0, AuditLine.beginning()));
    }

    private List<Stored> batch(long from, long until) {
        return transaction.call(() -> sql.rows(
                "select * from audit_line where seq > ? and seq <= ? order by seq limit " + BATCH,
                row -> new Stored(line(row), row.bytes("hash")),
                from,
                until));
    }

    private static AuditLine line(Sql.Row row) throws SQLException {
        return new AuditLine(
                row.number("seq"),
                row.instant("at"),
                row.number("account"),
                row.text("login"),
                row.text("role"),
                row.text("deed"),
                row.text("subject"),
                row.text("reason"));
    }

    private record Head(long seq, byte[] hash) {}

    private record Stored(AuditLine line, byte[] hash) {}
}
