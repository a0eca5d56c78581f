package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.CaseErasure;
import vn.mscore.hotline.complaint.LegalHolds;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Holds, and the erasure they stop. */
@Singleton
public class SqlLegalHolds implements LegalHolds, CaseErasure {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;
    private static final String CLOSED =
            " from complaint c where c.secret = 0 and c.state in ('DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC',"
                    + " 'RUT') and exists (select 1 from complaint_words w where w.complaint_id = c.id and length(w.words_sealed) > 0)"
                    + " and (select max(e.at) from complaint_event e where e.complaint_id = c.id) < ?";
    private static final String IS_HELD =
            " exists (select 1 from legal_hold h where h.ticket = c.ticket and h.lifted_at is null)";
    private static final String SOURCES = "select w.source from legal_hold h join complaint c on c.ticket = h.ticket"
            + " join complaint_words w on w.complaint_id = c.id where h.lifted_at is null";

    private static final String VOICES =
            "select distinct w.source from complaint_words w join complaint c on c.id = w.complaint_id"
                    + " where (w.source like 'recording:%' or w.source like 'call:%') and (length(w.words_sealed) > 0 and (c.secret = 1"
                    + " or c.state not in ('DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT')) or" + IS_HELD + ")";

    private final Sql sql;
    private final SqlErasedWords words;
    private final InTransaction transaction;
    private final Ids ids;
    private final Clock clock;

    /** Keeps holds in {@code legal_hold}. */
    @Inject
    public SqlLegalHolds(Sql sql, SqlErasedWords words, InTransaction transaction, Ids ids, Clock clock) {
        this.sql = sql;
        this.words = words;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> place(TicketNumber ticket, String reason, String who) {
        String why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            return Optional.of(
                    new Reason("hold.reason", "Lý do: 5 đến 300 ký tự / the reason has 5 to 300 characters"));
        }
        transaction.run(() -> sql.update(
                "insert into legal_hold (id, ticket, reason, placed_by, placed_at) values (?, ?, ?, ?, ?)",
                ids.next(),
                ticket.digits(),
                why,
                who,
                clock.instant()));
        return Optional.empty();
    }

    @Override
    public boolean lift(long id, String who) {
        String lift = "update legal_hold set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null";
        return transaction.call(() -> sql.update(lift, who, clock.instant(), id)) > 0;
    }

    @Override
    public List<Hold> standing() {
        return transaction.call(() -> sql.rows(
                "select * from legal_hold where lifted_at is null order by placed_at desc, id desc",
                row -> new Hold(
                        row.number("id"),
                        new TicketNumber(row.text("ticket")),
                        row.text("reason"),
                        row.text("placed_by"),
                        row.instant("placed_at"))));
    }

    @Override
    public Outcome erase(Instant before, int limit) {
        int held = sql.count("select count(*) as n" + CLOSED + " and" + IS_HELD, before);
        List<Long> over = sql.ids(
                "select c.id" + CLOSED + " and not" + IS_HELD + " order by c.id limit ? for update", before, limit);
        over.forEach(words::erase);
        return new Outcome(over.size(), held);
    }

    @Override
    public Set<String> heldSources() {
        return new HashSet<>(sql.rows(SOURCES, row -> row.text("source")));
    }

    @Override
    public Set<String> keptVoices() {
        return new HashSet<>(sql.rows(VOICES, row -> row.text("source")));
    }
}
