package vn.mscore.hotline.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectDesk.Said;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequest.Delay;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;

/** The page of a request about one's own data: how its day was moved, and the forms of the ways that are left. */
class DelayFormsTest {
    private static final String THIRD = "action=\"/console/requests/2612345/third-parties\"";
    private static final String EXTEND = "action=\"/console/requests/2612345/extend\"";
    private static final LocalDate OPENED = LocalDate.of(2026, 8, 14);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 3);
    private static final Delay NOTED = new Delay(LocalDate.of(2026, 8, 16), "<b>Sở Xây dựng</b>");

    private static final List<Said> SAID = List.of(
            new Said(Instant.EPOCH, "SMS", SubjectWish.ERASURE, "XOADL xoa ca so 0987 111 222", Optional.empty()),
            new Said(Instant.EPOCH, "WALK_IN", SubjectWish.COPY, "xin ban in", Optional.of("hoa")));

    private static SubjectRequest request(Optional<Delay> thirdParties) {
        return new SubjectRequest(
                1,
                "2612345",
                new PhoneNumber("+84912345678"),
                OPENED,
                LocalDate.of(2026, 8, 18),
                DUE,
                Optional.empty(),
                thirdParties,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** One that has ended. */
    private static SubjectRequest ended(Outcome outcome, String note) {
        SubjectRequest open = request(Optional.empty());
        return new SubjectRequest(
                open.id(),
                open.number(),
                open.phone(),
                open.opened(),
                open.acknowledgeBy(),
                open.completeBy(),
                Optional.of(OPENED),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OPENED),
                Optional.of(outcome),
                note);
    }

    private static String page(Optional<Delay> thirdParties, LocalDate today, String tried) {
        return page(request(thirdParties), today, tried, Language.VI);
    }

    private static String page(SubjectRequest request, LocalDate today, String tried, Language language) {
        Viewer viewer = new Viewer(1, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);
        Map<String, Object> model = Map.of(
                "it",
                RequestRow.of(request, today),
                "words",
                WordsRow.of(SAID),
                "covered",
                true,
                "off",
                false,
                "outcomes",
                List.of(),
                "tried",
                tried,
                "typed",
                "ngắn quá",
                "refusal",
                "");
        return DrawnPages.withoutMenu().render("requests/one", model, Asked.by(viewer, language));
    }

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource({
        "REFUSED,  <i>Không phải chủ máy, VI, 'Từ chối theo luật · <span class=\"words\">&lt;i&gt;Không phải chủ máy</span>'",
        "REFUSED,  <i>Không phải chủ máy, EN, 'Refused by law · <span class=\"words\">&lt;i&gt;Không phải chủ máy</span>'",
        "ANSWERED, ghi rieng,             VI, 'Đã giải đáp · <span class=\"words\">ghi rieng</span>'",
        "EXPORTED, '',                    VI, 'Đã cung cấp dữ liệu</dd>'",
    })
    void endedSaysWhatCameOfItAndWhatWasNoted(Outcome outcome, String note, Language language, String shown) {
        assertThat(page(ended(outcome, note), DUE, "", language))
                .contains("<dd>" + shown)
                .doesNotContain("/complete\"");
    }

    @Test
    void numbersInTheWordsAreCoveredAndWhoWroteThemDownIsTold() {
        assertThat(page(Optional.empty(), DUE, ""))
                .contains(
                        "XOADL xoa ca so 09•• ••• 222",
                        "/reveal/spoken",
                        "Xóa dữ liệu",
                        "Đến trực tiếp",
                        "hoa ghi và đọc lại")
                .doesNotContain("0987 111 222", "0912345678");
        assertThat(WordsRow.covers(WordsRow.of(SAID))).isTrue();
        assertThat(WordsRow.covers(WordsRow.of(SAID.subList(1, 2)))).isFalse();
    }

    @Test
    void bothWaysAreOfferedUntilTheDayItself() {
        assertThat(page(Optional.empty(), DUE, ""))
                .contains(THIRD, EXTEND)
                .doesNotContain("hạn đầu", "ngắn quá", "<details class=\"card\" open");
    }

    @Test
    void wayThatWasTakenIsToldWithItsReasonAndNotOfferedAgain() {
        assertThat(page(Optional.of(NOTED), OPENED, ""))
                .contains(EXTEND, "Bên thứ ba (20 ngày)", "16/08/2026", "&lt;b&gt;Sở Xây dựng", "hạn đầu 29/08/2026")
                .doesNotContain(THIRD);
    }

    @Test
    void nothingIsOfferedOnceTheDayHasPassed() {
        assertThat(page(Optional.empty(), DUE.plusDays(1), ""))
                .contains("Đã quá hạn hoàn tất")
                .doesNotContain(THIRD, EXTEND);
    }

    @Test
    void whatWasTypedStandsInItsOwnFormAfterARefusal() {
        String page = page(Optional.empty(), OPENED, "extended");
        assertThat(page).containsOnlyOnce("ngắn quá");
        assertThat(page.indexOf("ngắn quá")).isGreaterThan(page.indexOf(EXTEND));
        assertThat(page.substring(0, page.indexOf(EXTEND))).contains("<details class=\"card\" open");
    }
}
