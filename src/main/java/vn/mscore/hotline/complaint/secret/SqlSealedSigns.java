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
import vn.mscore.hotline.complaint.secret.SealedClock.Sent;
import vn.mscore.hotline.platform.Sql;

/** What presses in a case, read without opening it: nothing finer than a day, no word, no number. */
@Singleton
class SqlSealedSigns {
    /** Of {@code sealed_case s}: whether the citizen said something that no reader has been shown. */
    static final String NEW_WORDS = "coalesce(s.words_shown < (select count(*) from complaint_words w"
            + " where w.complaint_id = s.complaint_id and w.author = 'CITIZEN'), false)";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OF_CASE =
            "select c.urgent, c.kind, s.words_shown, s.received_on, s.erased_on is not null as erased, " + NEW_WORDS
                    + " as new_words, (select min(h.proposed_on) from sealed_handover h where h.complaint_id = s.complaint_id"
                    + " and not h.withdrawn and h.sent_on is null) as proposed_on"
                    + " from sealed_case s join complaint c on c.id = s.complaint_id where s.complaint_id = ?";
    private static final String AGAIN = "select id, reopened_on from sealed_reopening"
            + " where complaint_id = ? and confirmed_by is not null order by id desc limit 1";
    private static final String PAPER =
            "select min(id) as id, substring_index(group_concat(on_day order by id desc), ',', 1)"
                    + " as on_day from sealed_paper where complaint_id = ? and step = 'PAPER' and id > greatest(?, coalesce((select max(n.id)"
                    + " from sealed_paper n where n.complaint_id = sealed_paper.complaint_id and n.step = 'NO_PAPER'), 0))";
    private static final String AGREED = "select 1 from sealed_handover"
            + " where complaint_id = ? and not withdrawn and confirmed_by is not null and id > ?";
    private static final String SENT = "select max(sent_on) as sent_on from sealed_handover"
            + " where complaint_id = ? and not withdrawn and id > ?";
    private static final String EXTENDED =
            "select count(*) as n from sealed_paper where complaint_id = ? and step = 'EXTENDED' and on_day >= ?";

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

    /** The letter whose result is awaited, empty when none is. */
    Optional<Sent> sent(SealedCase held) {
        return held.stage() == SealedStage.CLOSED
                ? Optional.empty()
                : sent(held, again(held).id());
    }

    /** The last letter since it was taken up; its extensions are those noted since that day. */
    private Optional<Sent> sent(SealedCase held, long again) {
        return sql.first(SENT, row -> SqlSealedCases.day(row, "sent_on"), held.id(), again)
                .flatMap(day -> day)
                .map(day -> new Sent(day, sql.count(EXTENDED, held.id(), day)));
    }

    /**
     * What the term to decide runs from.
     *
     * @param id of the row that began it: what was proposed before does not answer it; 0 for the report itself
     */
    private record Begin(long id, Optional<LocalDate> on) {}

    private Begin again(SealedCase held) {
        return sql.first(AGAIN, row -> new Begin(row.number("id"), SqlSealedCases.day(row, "reopened_on")), held.id())
                .orElse(new Begin(0, Optional.empty()));
    }

    /** The signed paper since then: its first note began the term, its last one says the day. */
    private Begin begin(SealedCase held, Begin again) {
        return sql.first(
                        PAPER,
                        row -> new Begin(row.maybeNumber("id").orElse(again.id()), SqlSealedCases.day(row, "on_day")),
                        held.id(),
                        again.id())
                .filter(paper -> paper.on().isPresent())
                .orElse(again);
    }

    private Signs read(SealedCase held, Sql.Row row) throws SQLException {
        boolean newWords = row.flag("new_words");
        Optional<Long> shown = row.maybeNumber("words_shown");
        Begin again = again(held);
        Begin begin = begin(held, again);
        boolean closed = held.stage() == SealedStage.CLOSED;
        LocalDate received = SqlSealedCases.day(row, "received_on").orElseThrow();
        Course course = new Course(
                ComplaintKind.valueOf(row.text("kind")),
                row.flag("urgent"),
                begin.on().orElse(received),
                shown.isEmpty() || newWords ? said(held, shown.orElse(0L)) : Optional.empty(),
                closed || sql.exists(AGREED, held.id(), begin.id()),
                SqlSealedCases.day(row, "proposed_on"),
                closed ? Optional.empty() : sent(held, again.id()));
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
