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
    private static final int MOST = CaseView.NEWEST;
    private static final String WORDS = pages("complaint_words");
    private static final String STEPS = pages("complaint_event");

    private final Sql sql;
    private final Seals seals;

    @Inject
    SqlCaseHistory(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    /** A page from the newest on, in the order of life. */
    private static String pages(String table) {
        return "select t.* from (select id from " + table + " where complaint_id = ? order by id desc limit ? offset ?)"
                + " newest join " + table + " t on t.id = newest.id order by t.id";
    }

    /** {@code page} 0 is the newest; empty for delegates. */
    List<CaseView.Said> said(long id, Viewer viewer, int page) {
        if (viewer.is(Role.DELEGATE)) {
            return List.of();
        }
        Set<String> recordings = new HashSet<>();
        return sql.rows(WORDS, row -> said(row, viewer.is(Role.OPERATOR), recordings), id, MOST, page * MOST);
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
                operator ? shown(row.text("author"), text) : Shown.withoutNumbers(text),
                recording.isPresent(),
                recording.filter(id -> operator && recordings.add(id)),
                Optional.ofNullable(row.text("typed_by")).filter(name -> operator));
    }

    /** What the office wrote stays: its numbers are its own. */
    private static String shown(String author, String text) {
        return author.equals(CaseView.Said.CITIZEN) ? Shown.masked(text) : Shown.words(text);
    }

    /** The telephone numbers that are covered in the words, whole, in their order. */
    List<String> numbers(long id) {
        return sql
                .rows(
                        "select id, words_sealed from complaint_words where complaint_id = ? and author = 'CITIZEN'"
                                + " order by id",
                        row -> Shown.numbers(seals.words(row.number("id"), row.bytes("words_sealed"))),
                        id)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** How many words and steps stand before those of page {@code page}. */
    CaseView.Earlier earlier(long id, Viewer viewer, int page) {
        int shown = (page + 1) * MOST;
        int words = viewer.is(Role.DELEGATE) ? 0 : count("complaint_words", id);
        return new CaseView.Earlier(Math.max(0, words - shown), Math.max(0, count("complaint_event", id) - shown));
    }

    private int count(String table, long id) {
        return sql.count("select count(*) as n from " + table + " where complaint_id = ?", id);
    }

    List<CaseView.Step> steps(long id, Viewer viewer, int page) {
        return sql.rows(STEPS, row -> step(row, viewer.is(Role.OPERATOR)), id, MOST, page * MOST);
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
