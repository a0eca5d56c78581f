package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** The table {@code sealed_opening}: requests and openings; the newest of a case counts. */
@Singleton
class SqlOpenings {
    static final Duration TO_CONFIRM = Duration.ofHours(24);
    static final Duration OPEN = Duration.ofMinutes(60);

    private final Sql sql;
    private final SecretSeal seal;
    private final Ids ids;
    private final Clock clock;

    @Inject
    SqlOpenings(Sql sql, SecretSeal seal, Ids ids, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A request or an opening that counts now.
     *
     * @param confirmedBy account of the second person, empty while it is a request
     * @param until its end
     */
    record Current(long id, long askedBy, String askedName, Optional<Long> confirmedBy, Instant until, String reason) {
        boolean isOpen() {
            return confirmedBy.isPresent();
        }

        boolean isOpenTo(Viewer viewer) {
            return isOpen() && (askedBy == viewer.account() || confirmedBy.orElseThrow() == viewer.account());
        }
    }

    /** What counts now, empty when nobody asked or its time is over. */
    Optional<Current> of(long complaint) {
        Instant now = clock.instant();
        return sql.first(
                        "select id, asked_by, asked_name, asked_at, reason_sealed, confirmed_by, open_until"
                                + " from sealed_opening where complaint_id = ? and not closed order by id desc limit 1",
                        this::read,
                        complaint)
                .filter(current -> current.until().isAfter(now));
    }

    private Current read(Sql.Row row) throws SQLException {
        long id = row.number("id");
        Optional<Long> second = row.maybeNumber("confirmed_by");
        Instant until = second.isPresent()
                ? row.instant("open_until")
                : row.instant("asked_at").plus(TO_CONFIRM);
        String reason = seal.open("sealed_opening", "reason_sealed", id, row.bytes("reason_sealed"))
                .orElse("");
        return new Current(id, row.number("asked_by"), row.text("asked_name"), second, until, reason);
    }

    void ask(long complaint, Viewer viewer, String reason) {
        long id = ids.next();
        sql.update(
                "insert into sealed_opening (id, complaint_id, asked_by, asked_name, asked_at, reason_sealed)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                complaint,
                viewer.account(),
                viewer.name(),
                clock.instant(),
                seal.seal("sealed_opening", "reason_sealed", id, reason));
    }

    void confirm(Current asked, Viewer viewer) {
        sql.update(
                "update sealed_opening set confirmed_by = ?, confirmed_name = ?, open_until = ? where id = ?",
                viewer.account(),
                viewer.name(),
                clock.instant().plus(OPEN),
                asked.id());
    }

    void close(Current current) {
        sql.update("update sealed_opening set closed = true where id = ?", current.id());
    }
}
