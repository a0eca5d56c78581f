package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> recordings = new HashSet<>();
        return sql.rows(
                "select * from complaint_words where complaint_id = ? order by id limit ?",
                row -> said(row, viewer.is(Role.OPERATOR), recordings),
                id,
                MOST);
    }

    /** A recording that was typed twice is named by the first of its rows only. */
    private CaseView.Said said(Sql.Row row, boolean operator, Set<String> recordings) throws SQLException {
        String text = seals.words(row.number("id"), row.bytes("words_sealed"));
        Instant at = row.instant("at");
        Optional<String> recording = SqlSpokenWords.recording(row.text("source"));
        return new CaseView.Said(
                row.text("author"),
                Optional.of(at).filter(time -> operator),
                day(at),
                operator ? Shown.words(text) : Shown.withoutNumbers(text),
                recording.isPresent(),
                recording.filter(id -> operator && recordings.add(id)),
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
