package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Ending;
import vn.mscore.hotline.complaint.SealedCases.Reopened;
import vn.mscore.hotline.complaint.SealedOutcome;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** The table {@code sealed_reopening}: requests to take a closed case up again, and those two agreed on with the ending before. */
@Singleton
class SqlReopenings {
    private static final String TABLE = "sealed_reopening";

    private final Sql sql;
    private final SecretSeal seal;
    private final Ids ids;
    private final Clock clock;

    @Inject
    SqlReopenings(Sql sql, SecretSeal seal, Ids ids, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A request that waits for another custodian. */
    record Request(long id, long askedBy, String askedName, Instant until, String reason) {}

    /** The newest one whose time is not over. */
    Optional<Request> waiting(SealedCase held) {
        return sql.first(
                        "select id, asked_by, asked_name, asked_at, reason_sealed from sealed_reopening where complaint_id = ?"
                                + " and not withdrawn and confirmed_by is null order by id desc limit 1",
                        this::request,
                        held.id())
                .filter(request -> request.until().isAfter(clock.instant()));
    }

    private Request request(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Request(
                id,
                row.number("asked_by"),
                row.text("asked_name"),
                row.instant("asked_at").plus(SqlOpenings.TO_CONFIRM),
                seal.open(TABLE, "reason_sealed", id, row.bytes("reason_sealed"))
                        .orElse(""));
    }

    void ask(SealedCase held, Viewer viewer, String reason) {
        long id = ids.next();
        sql.update(
                "insert into sealed_reopening (id, complaint_id, asked_by, asked_name, asked_at, reason_sealed)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                held.id(),
                viewer.account(),
                viewer.name(),
                clock.instant(),
                seal.seal(TABLE, "reason_sealed", id, reason));
    }

    /** Two agreed: the ending of the case is kept with the request, unless it was erased. */
    void confirm(Request request, Viewer viewer, LocalDate today, Optional<Ending> ending) {
        sql.update(
                "update sealed_reopening set confirmed_by = ?, confirmed_name = ?, reopened_on = ?, outcome = ?,"
                        + " outcome_sealed = ?, outcome_on = ? where id = ?",
                viewer.account(),
                viewer.name(),
                today,
                ending.map(Ending::outcome),
                ending.map(one -> seal.seal(TABLE, "outcome_sealed", request.id(), one.words())),
                ending.map(Ending::on),
                request.id());
    }

    void withdraw(Request request) {
        sql.update("update sealed_reopening set withdrawn = true where id = ?", request.id());
    }

    /** What two agreed on, oldest first, as long as it was not erased. */
    List<Reopened> of(SealedCase held) {
        return sql.rows(
                "select * from sealed_reopening where complaint_id = ? and outcome is not null order by id",
                this::reopened,
                held.id());
    }

    private Reopened reopened(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Reopened(
                SqlSealedCases.day(row, "reopened_on").orElseThrow(),
                row.text("asked_name"),
                row.text("confirmed_name"),
                seal.open(TABLE, "reason_sealed", id, row.bytes("reason_sealed"))
                        .orElse(""),
                SealedOutcome.valueOf(row.text("outcome")),
                seal.open(TABLE, "outcome_sealed", id, row.bytes("outcome_sealed"))
                        .orElse(""),
                SqlSealedCases.day(row, "outcome_on").orElseThrow());
    }
}
