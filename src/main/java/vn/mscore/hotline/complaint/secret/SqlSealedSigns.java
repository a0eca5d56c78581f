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
    private static final String AGAIN = "select id, reopened_on, reopened_on as noted_on from sealed_reopening"
            + " where complaint_id = ? and confirmed_by is not null and id > ? order by id desc limit 1";
    private static final String PAPER = "select id, on_day, date(at + interval 7 hour) as noted_on from sealed_paper"
            + " where complaint_id = ? and step = 'PAPER' and id > ? order by id desc limit 1";
    private static final String LETTERS = "select count(*) as n, min(sent_on) as sent_on from sealed_handover"
            + " where complaint_id = ? and not withdrawn and confirmed_by is not null and id > ?"
            + " and coalesce(sent_on, '9999-12-31') > ?";
    private static final String EXTENDED =
            "select count(*) as n from sealed_paper where complaint_id = ? and step = 'EXTENDED' and id > ?";

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
        return sql.first(OF_CASE, row -> lettersSince(held, begin(held, row)), held.id())
                .flatMap(letters -> letters.awaited(held));
    }

    /**
     * What terms run from.
     *
     * @param again id of the last time it was taken up, 0 for the first
     * @param paper id of the paper that came since, else {@code again}
     * @param on the day from which it is to be decided
     * @param noted letters that left until this day answered what was known before; nothing did before the first day of all
     */
    private record Begin(long again, long paper, LocalDate on, LocalDate noted) {}

    private Begin begin(SealedCase held, Sql.Row row) throws SQLException {
        LocalDate received = SqlSealedCases.day(row, "received_on").orElseThrow();
        Begin first = sql.first(AGAIN, one -> begin(one, 0, "reopened_on"), held.id(), 0)
                .map(again -> new Begin(again.paper(), again.paper(), again.on(), LocalDate.EPOCH))
                .orElse(new Begin(0, 0, received, LocalDate.EPOCH));
        return sql.first(PAPER, one -> begin(one, first.again(), "on_day"), held.id(), first.again())
                .orElse(first);
    }

    private static Begin begin(Sql.Row row, long again, String day) throws SQLException {
        LocalDate on = SqlSealedCases.day(row, day).orElseThrow();
        return new Begin(
                again, row.number("id"), on, SqlSealedCases.day(row, "noted_on").orElseThrow());
    }

    /** Letters that two agreed on since, the first day on which one left, and how often its term was made longer. */
    private record SentLetters(int count, Optional<LocalDate> first, int extensions) {
        Optional<Sent> awaited(SealedCase held) {
            return first.filter(day -> held.stage() != SealedStage.CLOSED).map(day -> new Sent(day, extensions));
        }
    }

    private SentLetters lettersSince(SealedCase held, Begin begin) {
        int extensions = sql.count(EXTENDED, held.id(), begin.paper());
        return sql.first(
                        LETTERS,
                        row -> new SentLetters((int) row.number("n"), SqlSealedCases.day(row, "sent_on"), extensions),
                        held.id(),
                        begin.again(),
                        begin.noted())
                .orElseThrow();
    }

    private Signs read(SealedCase held, Sql.Row row) throws SQLException {
        boolean newWords = row.flag("new_words");
        Optional<Long> shown = row.maybeNumber("words_shown");
        Begin begin = begin(held, row);
        SentLetters letters = lettersSince(held, begin);
        Course course = new Course(
                ComplaintKind.valueOf(row.text("kind")),
                row.flag("urgent"),
                begin.on(),
                shown.isEmpty() || newWords ? said(held, shown.orElse(0L)) : Optional.empty(),
                held.stage() == SealedStage.CLOSED || letters.count() > 0,
                SqlSealedCases.day(row, "proposed_on"),
                letters.awaited(held));
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
