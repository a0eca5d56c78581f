package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.UnreadWords;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.Readout;

/** Rows of the queue: further words of citizens and answers to be read out, where they stand, and when a case is coloured. */
class NewWordsRowTest {
    private static final Instant NOW = Instant.parse("2026-08-14T03:00:00Z");
    private static final Viewer HOA = new Viewer(1, "hoa", "Hoa", Role.OPERATOR, Optional.empty(), false);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);
    private static final CaseRow CLOSED = new CaseRow(
            new TicketNumber("26001239"),
            9,
            ComplaintKind.FEEDBACK,
            State.DONG,
            "Giao thông",
            false,
            true,
            CaseFilter.Channel.SMS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            2,
            0,
            true);

    private final UnreadWords words = Mockito.mock(UnreadWords.class);
    private final NewWordsItems items = new NewWordsItems(words);

    private static String drawn(QueueItem item) {
        WorkCalendar calendar = Mockito.mock(WorkCalendar.class);
        Mockito.when(calendar.dayOf(NOW)).thenReturn(LocalDate.of(2026, 8, 14));
        Mockito.when(calendar.workingDaysBetween(Mockito.any(), Mockito.any())).thenReturn(1);
        Words said = new Words();
        Reading say = new Reading(said, Language.VI, calendar, NOW);
        Map<String, Object> model = Map.of("item", item, "say", say, "voices", new RowVoices.Lengths(Map.of()));
        return DrawnPages.withoutMenu(said).render("queue-row", model, Asked.by(HOA, Language.VI));
    }

    @Test
    void theRowLeadsToTheClosedCaseAndSaysThatThereAreWords() {
        Mockito.when(words.after(Mockito.any(), Mockito.any(), Mockito.anyInt()))
                .thenReturn(List.of(new UnreadWords.Item(CLOSED, MONDAY)));
        QueueItem item = items.after(HOA, CaseCursor.START, 50).get(0);
        assertThat(drawn(item))
                .contains("id=\"row-words-0000000000026001239\"")
                .contains("href=\"/console/cases/26001239\"")
                .contains("Giao thông")
                .contains("Lời nhắn thêm");
    }

    private static CaseRow inWork(Instant warnAt) {
        return new CaseRow(
                new TicketNumber("26001239"),
                9,
                ComplaintKind.FEEDBACK,
                State.DANG_XU_LY,
                "Giao thông",
                false,
                true,
                CaseFilter.Channel.SMS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(warnAt),
                false,
                0,
                0,
                false);
    }

    @Test
    void aCaseIsColouredFromTheInstantItsOfficeIsWarned() {
        for (boolean warned : new boolean[] {true, false}) {
            CaseRow row = inWork(NOW.plusSeconds(warned ? 0 : 1));
            CaseCursor place = new CaseCursor(1, MONDAY, "26001239");
            assertThat(drawn(new QueueItem(QueueItem.Kind.CASE, place, "Đường hỏng", Optional.of(row))))
                    .as("warned: " + warned)
                    .contains(warned ? "<span class=\"chip soon\">" : "<span class=\"chip \">");
        }
    }

    @ParameterizedTest(name = "to who keeps off that case: {0}")
    @ValueSource(booleans = {false, true})
    void theRowOfAnAnswerToBeReadOutLeadsToItsCaseAndRings(boolean related) {
        Impartial impartial = Mockito.mock(Impartial.class);
        Mockito.when(impartial.offLimits(HOA)).thenReturn(ticket -> related && ticket.equals(CLOSED.ticket()));
        CallbackBook book = Mockito.mock(CallbackBook.class);
        String channel = new Readout(Readout.Kind.ANSWER, CLOSED.ticket()).channel();
        PhoneNumber landline = new PhoneNumber("+842333123456");
        Mockito.when(book.waiting(Mockito.any(), Mockito.anyLong(), Mockito.anyInt()))
                .thenReturn(List.of(new CallbackBook.Wish(7, landline, NOW, MONDAY, 1, 0, channel, Optional.empty())));
        String row = drawn(new CallbackItems(book, impartial)
                .after(HOA, CaseCursor.START, 50)
                .get(0));
        for (String shown : List.of(
                "phiếu <a class=\"code\" href=\"/console/cases/26001239\">", "/call\"", "/done\"", landline.masked())) {
            assertThat(row.contains(shown)).as(shown).isEqualTo(!related);
        }
        assertThat(row).contains("Gọi đọc câu trả lời, hạn mới hoặc thông báo của phiếu");
        assertThat(row.contains(Shown.WITHHELD)).isEqualTo(related);
    }

    @Test
    void theNextPageGoesOnBehindTheLastTicketOfADay() {
        Mockito.when(words.after(Mockito.any(), Mockito.any(), Mockito.anyInt()))
                .thenReturn(List.of(new UnreadWords.Item(CLOSED, MONDAY)));
        items.after(HOA, items.after(HOA, CaseCursor.START, 50).get(0).place(), 50);
        Mockito.verify(words).after(LocalDate.EPOCH, "00000000", 50);
        Mockito.verify(words).after(MONDAY, "26001239", 50);
        items.after(HOA, new CaseCursor(1, MONDAY, "26001239"), 50);
        Mockito.verify(words).after(MONDAY, "00000000", 50);
        items.after(HOA, new CaseCursor(2, MONDAY, "26001239"), 50);
        Mockito.verify(words).after(LocalDate.of(9999, 12, 31), "99999999", 50);
    }
}
