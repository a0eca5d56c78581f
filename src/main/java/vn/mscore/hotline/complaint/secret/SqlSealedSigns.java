package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SealedCases.Signs;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.complaint.secret.SealedClock.Course;
import vn.mscore.hotline.platform.Sql;

/** What presses in a case, read without opening it: nothing finer than a day, no word, no number. */
@Singleton
class SqlSealedSigns {
    /** Of {@code sealed_case s}: whether the citizen said something that no reader has been shown. */
    static final String NEW_WORDS = "coalesce(s.words_shown < (select count(*) from complaint_words w"
            + " where w.complaint_id = s.complaint_id and w.author = 'CITIZEN'), false)";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OF_CASE =
            "select c.urgent, c.kind, s.words_shown, s.erased_on is not null as erased, " + NEW_WORDS + " as new_words,"
                    + " (select min(h.proposed_on) from sealed_handover h where h.complaint_id = s.complaint_id and not h.withdrawn"
                    + " and h.sent_on is null) as proposed_on,"
                    + " exists (select 1 from sealed_handover h where h.complaint_id = s.complaint_id and not h.withdrawn"
                    + " and h.confirmed_by is not null and h.id > coalesce((select max(r.id) from sealed_reopening r"
                    + " where r.complaint_id = s.complaint_id and r.confirmed_by is not null), 0)) as handed_over,"
                    + " coalesce((select max(r.reopened_on) from sealed_reopening r where r.complaint_id = s.complaint_id),"
                    + " s.received_on) as taken_up_on"
                    + " from sealed_case s join complaint c on c.id = s.complaint_id where s.complaint_id = ?";

    private final Sql sql;
    private final SealedClock clock;
    private final LetterDays days;

    @Inject
    SqlSealedSigns(Sql sql, SealedClock clock, LetterDays days) {
        this.sql = sql;
        this.clock = clock;
        this.days = days;
    }

    Signs of(SealedCase held) {
        return sql.first(OF_CASE, row -> read(held, row), held.id()).orElseThrow();
    }

    private Signs read(SealedCase held, Sql.Row row) throws SQLException {
        boolean newWords = row.flag("new_words");
        Optional<Long> shown = row.maybeNumber("words_shown");
        Course course = new Course(
                ComplaintKind.valueOf(row.text("kind")),
                row.flag("urgent"),
                SqlSealedCases.day(row, "taken_up_on").orElseThrow(),
                shown.isEmpty() || newWords ? said(held, shown.orElse(0L)) : Optional.empty(),
                held.stage() == SealedStage.CLOSED || row.flag("handed_over"),
                SqlSealedCases.day(row, "proposed_on"));
        return new Signs(course.urgent(), newWords, clock.due(course, days.today()), row.flag("erased"));
    }

    /** The day of the first words of the citizen after so many. */
    private Optional<LocalDate> said(SealedCase held, long before) {
        return sql.first(
                "select at from complaint_words where complaint_id = ? and author = 'CITIZEN' order by id"
                        + " limit 1 offset ?",
                row -> row.instant("at").atZone(VIETNAM).toLocalDate(),
                held.id(),
                before);
    }

    /** A reader was shown so many of the words of the citizen. */
    void shown(SealedCase held, long words) {
        sql.update(
                "update sealed_case set words_shown = greatest(coalesce(words_shown, 0), ?) where complaint_id = ?",
                words,
                held.id());
    }
}
