package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedPapers.Noted;
import vn.mscore.hotline.complaint.SealedPapers.Step;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** The table {@code sealed_paper}: rows are only added. */
@Singleton
class SqlSealedPapers {
    private static final String TABLE = "sealed_paper";
    private static final int DAY = "2026-08-17".length();

    private final Sql sql;
    private final SecretSeal seal;
    private final Ids ids;
    private final Clock clock;

    @Inject
    SqlSealedPapers(Sql sql, SecretSeal seal, Ids ids, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A note before it is written. */
    record Draft(Step step, LocalDate on, String words) {}

    void note(Viewer viewer, SealedCase held, Draft draft) {
        long id = ids.next();
        sql.update(
                "insert into sealed_paper (id, complaint_id, step, on_day, words_sealed, account, name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                held.id(),
                draft.step(),
                draft.on(),
                draft.words().isEmpty() ? new byte[0] : seal.seal(TABLE, "words_sealed", id, draft.words()),
                viewer.account(),
                viewer.name(),
                clock.instant());
    }

    /** Oldest first; of an appointment whose words were erased no day is known. */
    List<Noted> of(SealedCase held) {
        return sql.rows(
                "select * from sealed_paper where complaint_id = ? and (step <> 'BOOKED' or words_sealed <> '')"
                        + " order by id",
                this::read,
                held.id());
    }

    /** Whether the last that was noted of a paper is that it came. */
    boolean isReceived(SealedCase held) {
        return sql.first(
                        "select step from sealed_paper where complaint_id = ? and step in ('PAPER', 'NO_PAPER')"
                                + " order by id desc limit 1",
                        row -> Step.valueOf(row.text("step")),
                        held.id())
                .filter(Step.PAPER::equals)
                .isPresent();
    }

    /** The day of an appointment is sealed with its words: on it somebody comes in person. */
    private Noted read(Sql.Row row) throws SQLException {
        Step step = Step.valueOf(row.text("step"));
        String words = seal.open(TABLE, "words_sealed", row.number("id"), row.bytes("words_sealed"))
                .orElse("");
        return step == Step.BOOKED
                ? new Noted(step, LocalDate.parse(words.substring(0, DAY)), words.substring(DAY + 1), row.text("name"))
                : new Noted(step, SqlSealedCases.day(row, "on_day").orElseThrow(), words, row.text("name"));
    }
}
