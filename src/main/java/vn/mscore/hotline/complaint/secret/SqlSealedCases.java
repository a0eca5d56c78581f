package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Ending;
import vn.mscore.hotline.complaint.SealedOutcome;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The table {@code sealed_case}. */
@Singleton
public class SqlSealedCases {
    private static final int PSEUDONYM_BYTES = 16;
    private static final Duration CLOSED = Duration.ofHours(24);
    private static final String FIELDS = "select complaint_id, pseudonym, received_on, stage, summary_sealed,"
            + " accused_sealed, outcome, outcome_sealed, outcome_on, outcome_by, receipt_digest is not null as receipt from ";
    private static final String COLUMNS = FIELDS + "sealed_case";
    private static final String IN_ORDER = FIELDS + "(select s.*, c.urgent, s.stage <> 'CLOSED' or "
            + SqlSealedSigns.NEW_WORDS
            + " as unfinished from sealed_case s join complaint c on c.id = s.complaint_id) listed"
            + " order by unfinished desc, unfinished and urgent desc, if(unfinished, received_on, null), received_on desc,"
            + " pseudonym limit ? offset ?";

    private final Sql sql;
    private final SecretSeal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Seals through {@code seal}. */
    @Inject
    SqlSealedCases(Sql sql, SecretSeal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Gives a ticket that is or has become secret its pseudonym. */
    public void enrol(long complaint, LocalDate received) {
        byte[] bytes = new byte[PSEUDONYM_BYTES];
        random.nextBytes(bytes);
        sql.update(
                "insert into sealed_case (complaint_id, pseudonym, received_on, stage) values (?, ?, ?, ?)"
                        + " on duplicate key update received_on = received_on",
                complaint,
                HexFormat.of().formatHex(bytes),
                received,
                SealedStage.RECEIVED);
    }

    /** Unfinished first, of these the urgent and then the oldest; then the finished, the newest first. */
    List<SealedCase> inOrder(long skipped, int limit) {
        return sql.rows(IN_ORDER, this::read, limit, skipped);
    }

    /** Finds and locks. */
    Optional<SealedCase> find(Pseudonym pseudonym) {
        return sql.first(COLUMNS + " where pseudonym = ? for update", this::read, pseudonym.hex());
    }

    Optional<SealedCase> byId(long id) {
        return sql.first(COLUMNS + " where complaint_id = ? for update", this::read, id);
    }

    TicketNumber ticket(SealedCase held) {
        return sql.first(
                        "select ticket from complaint where id = ?",
                        row -> new TicketNumber(row.text("ticket")),
                        held.id())
                .orElseThrow();
    }

    void summarise(SealedCase held, String words, Optional<UnitCode> accused, long by) {
        long id = held.id();
        sql.update(
                "update sealed_case set summary_sealed = ?, accused_sealed = ?, summary_by = ?, stage = ?"
                        + " where complaint_id = ?",
                seal.seal("sealed_case", "summary_sealed", id, words),
                accused.map(unit -> seal.seal("sealed_case", "accused_sealed", id, unit.value())),
                by,
                SealedStage.SUMMARISED,
                id);
    }

    void stage(SealedCase held, SealedStage stage) {
        sql.update("update sealed_case set stage = ? where complaint_id = ?", stage, held.id());
    }

    void close(SealedCase held, LocalDate on) {
        sql.update(
                "update sealed_case set stage = ?, closed_on = ? where complaint_id = ?",
                SealedStage.CLOSED,
                on,
                held.id());
    }

    /** A hand-over was taken back: what two agreed on, or one proposed, of its end stays. */
    void withdrawn(SealedCase held) {
        sql.update(
                "update sealed_case set stage_before = if(stage in ('ENDING', 'CLOSED'), 'SUMMARISED', stage_before),"
                        + " stage = if(stage in ('ENDING', 'CLOSED'), stage, 'SUMMARISED') where complaint_id = ?",
                held.id());
    }

    void end(SealedCase held, Ending ending) {
        sql.update(
                "update sealed_case set outcome = ?, outcome_sealed = ?, outcome_on = ?, outcome_by = ?,"
                        + " stage_before = if(stage = 'ENDING', stage_before, stage), stage = ? where complaint_id = ?",
                ending.outcome(),
                seal.seal("sealed_case", "outcome_sealed", held.id(), ending.words()),
                ending.on(),
                ending.by(),
                SealedStage.ENDING,
                held.id());
    }

    /** It is where it was before its outcome, which was taken back, or two took the closed case up again. */
    void withoutOutcome(SealedCase held) {
        sql.update(
                "update sealed_case set outcome = null, outcome_sealed = null, outcome_on = null, outcome_by = null,"
                        + " closed_on = null, stage = coalesce(stage_before, if(summary_sealed is null, 'RECEIVED', 'SUMMARISED'))"
                        + " where complaint_id = ?",
                held.id());
    }

    void receipt(SealedCase held, byte[] digest) {
        sql.update(
                "update sealed_case set receipt_digest = ?, receipt_faults = 0 where complaint_id = ?",
                digest,
                held.id());
    }

    /** A receipt code that counts. */
    record Receipt(long id, String ticket, byte[] digest) {}

    List<Receipt> receipts() {
        return sql.rows(
                "select s.complaint_id, c.ticket, s.receipt_digest from sealed_case s join complaint c on c.id = s.complaint_id"
                        + " where s.receipt_digest is not null",
                row -> new Receipt(row.number("complaint_id"), row.text("ticket"), row.bytes("receipt_digest")));
    }

    /** Whether this is the digest of a ticket that has not met too many wrong ones within a day; a wrong one is counted. */
    boolean holds(TicketNumber ticket, byte[] digest, int faults) {
        String of = " where (receipt_faults < ? or receipt_fault_at <= ?)"
                + " and complaint_id in (select id from complaint where ticket = ? and secret)";
        Instant now = clock.instant();
        Instant over = now.minus(CLOSED);
        // Held first: two tries at one moment would both find room for one.
        sql.exists(
                "select 1 from sealed_case where complaint_id in (select id from complaint where ticket = ? and secret)"
                        + " for update",
                ticket.digits());
        boolean right = sql.exists(
                "select 1 from sealed_case" + of + " and receipt_digest = ?", faults, over, ticket.digits(), digest);
        if (!right) {
            sql.update(
                    "update sealed_case set receipt_faults = if(receipt_fault_at <= ?, 1, receipt_faults + 1),"
                            + " receipt_fault_at = if(receipt_fault_at > ?, receipt_fault_at, ?)" + of
                            + " and receipt_digest is not null",
                    over,
                    over,
                    now,
                    faults,
                    over,
                    ticket.digits());
        }
        return right;
    }

    private SealedCase read(Sql.Row row) throws SQLException {
        long id = row.number("complaint_id");
        Optional<String> outcome = seal.open("sealed_case", "outcome_sealed", id, row.bytes("outcome_sealed"));
        String code = row.text("outcome");
        LocalDate on = day(row, "outcome_on").orElse(null);
        long by = row.number("outcome_by");
        return new SealedCase(
                id,
                new Pseudonym(row.text("pseudonym")),
                day(row, "received_on").orElseThrow(),
                SealedStage.valueOf(row.text("stage")),
                seal.open("sealed_case", "summary_sealed", id, row.bytes("summary_sealed")),
                seal.open("sealed_case", "accused_sealed", id, row.bytes("accused_sealed"))
                        .map(UnitCode::new),
                outcome.map(words -> new Ending(SealedOutcome.valueOf(code), words, on, by)),
                row.flag("receipt"));
    }

    static Optional<LocalDate> day(Sql.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).map(LocalDate::parse);
    }
}
