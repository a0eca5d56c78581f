package vn.mscore.hotline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** The pages on which a clerk writes down. */
class DeskPagesTest {
    private static final Viewer CLERK = new Viewer(1, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);

    private final Pages pages = DrawnPages.withoutMenu();

    @Test
    void entryOpensForClerksAndInterestsForWhoWorksOnCases() {
        assertThat(EntryPage.class.getAnnotation(For.class).value())
                .containsExactlyInAnyOrder(Role.OPERATOR, Role.OFFICER);
        assertThat(InterestsPage.class.getAnnotation(For.class).value())
                .containsExactlyInAnyOrder(Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.CUSTODIAN);
    }

    @Test
    void aRefusedEntryKeepsWhatWasTyped() {
        Form form = Form.of(
                "channel",
                "LETTER",
                "kind",
                "COMPLAINT",
                "text",
                "<b>đường hỏng</b>",
                "phone",
                "09",
                "cannot-write",
                "yes");
        Map<String, Object> model = Map.of(
                "it",
                Typed.of(form),
                "number",
                "",
                "fault",
                "!",
                "channels",
                Channel.values(),
                "kinds",
                List.of(ComplaintKind.FEEDBACK, ComplaintKind.COMPLAINT));
        assertThat(pages.render("desk/enter", model, Asked.by(CLERK, Language.VI)))
                .contains(
                        "<option value=\"LETTER\" selected>Gửi thư",
                        "<option value=\"COMPLAINT\" selected>Khiếu nại",
                        "&lt;b&gt;đường hỏng",
                        "name=\"cannot-write\" value=\"yes\" checked",
                        "name=\"csrf\"")
                .doesNotContain("name=\"read-back\" value=\"yes\" required checked");
    }

    @ParameterizedTest(name = "number of the call chosen: {0}, it is {1}, typed: {2}: the entry has {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "yes, +84912345678, -,          +84912345678",
                "yes, +84912345678, 0987654321, +84987654321",
                "-,   +84912345678, -,          -",
                "yes, -,            0987654321, +84987654321",
                "yes, -,            -,          entry.call"
            })
    void theNumberOfTheCallIsTakenUnlessAnotherIsTypedOrItIsNotMeant(
            String chosen, String known, String typed, String expected) {
        Form form = Form.of(
                "channel",
                "PHONE",
                "kind",
                "FEEDBACK",
                "text",
                "đường hỏng",
                "number-of-call",
                chosen == null ? "" : chosen,
                "phone",
                typed == null ? "" : typed);
        Optional<PhoneNumber> ofCall = Optional.ofNullable(known).map(PhoneNumber::new);
        EntryReader reader = new EntryReader(Mockito.mock(CodeReader.class), Clock.systemUTC());
        assertThat(reader.fault(form, Typed.of(form), ofCall).map(Reason::code).or(() -> reader.entry(
                                form, Typed.of(form), ofCall)
                        .phone()
                        .map(PhoneNumber::e164)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void interestsAreListedWithTheWayToEndThem() {
        assertThat(pages.render("desk/interests", interests(false), Asked.by(CLERK, Language.VI)))
                .contains("KS-PKT", "Phòng Kinh tế", "/console/interests/end", "Còn tính đến 30/09/2026")
                .doesNotContain("/console/interests/numbers");
    }

    @Test
    void custodiansDeclareTheirNumbersToo() {
        assertThat(pages.render("desk/interests", interests(true), Asked.by(CLERK, Language.VI)))
                .contains("09•• ••• 678", "/console/interests/numbers/end", "action=\"/console/interests/numbers\"");
    }

    private static Map<String, Object> interests(boolean keeper) {
        return Map.of(
                "own",
                List.of(
                        new InterestsPage.Line("KS-PKT", "Phòng Kinh tế", ""),
                        new InterestsPage.Line("KS", "Xã Khe Sanh", "30/09/2026")),
                "phones",
                List.of(new InterestsPage.Phone(7, "09•• ••• 678", "")),
                "keeper",
                keeper,
                "fault",
                "");
    }

    @Test
    void aReasonIsSaidInTheReadersLanguage() {
        Reason reason = new Reason("x", "thiếu / missing");
        assertThat(Asked.by(CLERK, Language.VI).sentence(reason)).isEqualTo("thiếu");
        assertThat(Asked.by(CLERK, Language.EN).sentence(reason)).isEqualTo("missing");
    }
}
