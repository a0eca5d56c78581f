package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.platform.Sql;

/** What was said and done in one case, cut to the viewer's role. */
@Singleton
class SqlCaseHistory {
    private static final int MOST = 200;

    private final Sql sql;
    private final Seals seals;

    @Inject
    SqlCaseHistory(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    List<CaseView.Said> said(long id, Viewer viewer) {
        if (viewer.is(Role.DELEGATE)) {
            return List.of();
        }
        return sql.rows(
                "select * from complaint_words where complaint_id = ? order by id limit ?",
                row -> said(row, viewer.is(Role.OPERATOR)),
                id,
                MOST);
    }

    private CaseView.Said said(Sql.Row row, boolean operator) throws SQLException {
        String text = seals.words(row.number("id"), row.bytes("words_sealed"));
        Instant at = row.instant("at");
        return new CaseView.Said(
                row.text("author"),
                Optional.of(at).filter(time -> operator),
                day(at),
                operator ? Shown.words(text) : Shown.withoutNumbers(text),
                SqlSpokenWords.recording(row.text("source")).isPresent(),
                SqlSpokenWords.recording(row.text("source")).filter(id -> operator),
                Optional.ofNullable(row.text("typed_by")).filter(name -> operator));
    }

    List<CaseView.Step> steps(long id, Viewer viewer) {
        return sql.rows(
                "select * from complaint_event where complaint_id = ? order by id limit ?",
                row -> step(row, viewer.is(Role.OPERATOR)),
                id,
                MOST);
    }

    private static CaseView.Step step(Sql.Row row, boolean operator) throws SQLException {
        Instant at = row.instant("at");
        return new CaseView.Step(
                operator ? row.text("actor") : "",
                row.text("deed"),
                Optional.of(at).filter(time -> operator),
                day(at),
                Optional.ofNullable(row.text("from_state")).map(State::valueOf),
                State.valueOf(row.text("to_state")),
                Optional.ofNullable(row.text("to_unit")),
                operator ? Shown.words(row.text("note")) : "");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Vietnam.ZONE);
    }
}
