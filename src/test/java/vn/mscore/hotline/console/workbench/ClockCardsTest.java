package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.Language;

/** The card of clocks on the page of a case, and its timeline. */
class ClockCardsTest {
    private static final Instant NOW = Instant.parse("2026-08-17T03:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 8, 27);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 24);

    private static String drawn(ClockCards.Card card) {
        return drawn("case-clocks", "clocks", card);
    }

    private static String drawn(String template, String name, Object shown) {
        Words words = new Words();
        Viewer viewer = new Viewer(1, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);
        WorkCalendar calendar = Mockito.mock(WorkCalendar.class);
        Mockito.when(calendar.dayOf(NOW)).thenReturn(LocalDate.of(2026, 8, 17));
        Mockito.when(calendar.workingDaysBetween(Mockito.any(), Mockito.any())).thenReturn(8);
        Reading say = new Reading(words, Language.VI, calendar, NOW);
        return DrawnPages.withoutMenu(words)
                .render(template, Map.of(name, shown, "say", say), Asked.by(viewer, Language.VI));
    }

    private static CaseClock.Reading clock(boolean paused) {
        return clock(paused, NOW);
    }

    private static CaseClock.Reading clock(boolean paused, Instant warnAt) {
        return new CaseClock.Reading(CaseClock.Step.ANSWER, NOW, 3150, NOW, DUE, FIRST, warnAt, 0.5, paused, 3, 8);
    }

    @Test
    void aClockIsColouredFromTheInstantItsOfficeIsWarned() {
        for (boolean warned : new boolean[] {true, false}) {
            CaseClock.Reading reading = clock(false, NOW.plusSeconds(warned ? 0 : 1));
            assertThat(drawn(new ClockCards.Card(List.of(reading), List.of(), "")))
                    .as("warned: " + warned)
                    .contains(warned ? "<strong class=\"soon\">" : "<strong class=\"\">");
        }
    }

    /** Texts are kept for two years and cases for five. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "this year,                     2026-08-14T02:30:00Z, 14/08/2026 09:30",
        "the same day two years before, 2024-08-14T02:30:00Z, 14/08/2024 09:30",
        "the new year begins in Hanoi,  2025-12-31T17:05:00Z, 01/01/2026 00:05",
    })
    void aLineOfTheTimelineSaysItsYearToPeopleAndToMachines(String name, String at, String shown) {
        TimelineLine line =
                new TimelineLine(TimelineLine.Kind.SMS_IN, Instant.parse(at), "sms:1", "x", "", Optional.empty());
        assertThat(drawn("timeline", "timeline", List.of(line)))
                .contains("<time class=\"number small\" datetime=\"" + at + "\">" + shown + "</time>");
    }

    @Test
    void aMovedDeadlineShowsWhatItWasAndWhoWasTold() {
        ClockCards.Rung rung =
                new ClockCards.Rung("UNIT_HEAD", CaseClock.Step.ACCEPT, LocalDate.of(2026, 8, 14), "Phòng <Kinh tế>");
        assertThat(drawn(new ClockCards.Card(List.of(clock(false)), List.of(rung), "")))
                .contains("còn 8 ngày làm việc", "hạn ban đầu 24/08/2026", "đã dừng 3 ngày làm việc")
                .contains("14/08/2026 · báo người đứng đầu đơn vị · Phòng &lt;Kinh tế&gt;")
                .doesNotContain("Lý do dừng");
    }

    @Test
    void aStandingClockSaysWhy() {
        assertThat(drawn(new ClockCards.Card(List.of(clock(true)), List.of(), "chờ giấy tờ")))
                .contains("đang dừng", "Lý do dừng:", "chờ giấy tờ")
                .doesNotContain("còn 8");
    }

    @Test
    void theReasonIsTheOneOfTheDeedThatStoppedTheClockNotOfOneJustBefore() {
        List<CaseNotes.Note> notes = List.of(
                note(CaseNotes.Kind.REASON, NOW.minusMillis(900), "xin thêm ngày"),
                note(CaseNotes.Kind.NOTE, NOW, "ghi chú"),
                note(CaseNotes.Kind.PAUSE, NOW.plusMillis(20), "chờ giấy tờ"));
        assertThat(ClockCards.reasonAt(notes, NOW)).isEqualTo("chờ giấy tờ");
        assertThat(ClockCards.reasonAt(notes, NOW.plusSeconds(60))).isEmpty();
    }

    private static CaseNotes.Note note(CaseNotes.Kind kind, Instant at, String text) {
        return new CaseNotes.Note(1, kind, at, "binh", Role.OFFICER, Optional.empty(), text);
    }

    @Test
    void thoseWhoMayKnowTheDayOnlySeeNoCard() {
        assertThat(drawn(new ClockCards.Card(List.of(), List.of(), ""))).isBlank();
    }
}
