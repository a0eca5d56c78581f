package vn.mscore.hotline.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectDesk.Ending;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.citizen.SubjectTerms;
import vn.mscore.hotline.citizen.SubjectTerms.Because;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.EnterCase;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.complaint.SubjectAccess;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Circumstances;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.watch.AlarmBoard;

/** What somebody gets who asks for his own data, at the desk too, and who may hand it to him. */
class DataDeskIT extends RequestScene {
    @Test
    void theExportHoldsEveryLine() {
        for (int i = 0; i < 101; i++) {
            spoken(lan, "recording:00000000-0000-4000-8000-%012d".formatted(i));
        }
        assertThat(export(HOA, request()).lines().stream().filter(line -> line.kind() == TimelineLine.Kind.CASE))
                .hasSize(101);
    }

    private SubjectAccess.Own export(Viewer who, String number) {
        return house.get(DataDesk.class).export(who, number).orElseThrow();
    }

    @Test
    void dataOfANumberAreNotForWhoIsRelatedWithAnOfficeOfOneOfItsCases() {
        String ticket = ticketAbout("KS-UBND");
        ticketAbout("KS-UBND");
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "XOADL xoa ca so 0987 111 222", "SMS"));
        String number = request();
        assertThat(house.tx(() -> house.get(Interests.class).declare(HOA, new UnitCode("KS-UBND"))))
                .isEmpty();
        SubjectAccess.Own refused = export(HOA, number);
        assertThat(refused.refusal()).map(Reason::code).contains("request.own-interest");
        assertThat(refused.lines()).isEmpty();
        DataDesk desk = house.get(DataDesk.class);
        assertThat(desk.reveal(HOA, number)).isEmpty();
        assertThat(desk.revealSpoken(HOA, number)).isEmpty();
        assertThat(desk.carryOut(HOA, number, "acknowledged", house.get(SubjectDesk.class)::acknowledge))
                .map(Reason::code)
                .contains("request.own-interest");
        int rows = export(TUAN, number).lines().size();
        assertThat(rows).as("for a colleague").isPositive();
        assertThat(trail())
                .as("one line for each of the four tries, however many such cases there are")
                .containsExactly(
                        "hoa|case.blocked|" + ticket + "|data-request",
                        "hoa|case.blocked|" + ticket + "|data-request",
                        "hoa|case.blocked|" + ticket + "|data-request",
                        "hoa|case.blocked|" + ticket + "|data-request",
                        "tuan|data-request.exported|" + number + "|" + rows + " rows");
    }

    @Test
    void sealedCaseIsNeitherHandedOverNorKeepsAnybodyOff() throws IOException {
        String ticket = ticketAbout("KS-UBND");
        house.tx(() -> house.get(Interests.class).declare(HOA, new UnitCode("KS-UBND")));
        String said = "recording:" + message("1787000000.9").value();
        String id = "(select id from complaint where ticket = '" + ticket + "')";
        house.tx(() ->
                house.get(Sql.class).update("update complaint_words set source = ? where complaint_id = " + id, said));
        assertThat(export(TUAN, request()).lines())
                .extracting(TimelineLine::source)
                .contains(said);
        house.tx(() -> house.get(Sql.class)
                .update("update complaint set secret = 1, phone_index = null where ticket = ?", ticket));
        assertThat(export(HOA, request()).refusal()).isEmpty();
        assertThat(export(HOA, request()).lines()).isEmpty();
    }

    private Grip grip(String ticket) {
        TicketNumber number = new TicketNumber(ticket);
        int version = house.tx(
                () -> house.get(Complaints.class).find(number).orElseThrow().version());
        return new Grip(HOA, number, version);
    }

    private String walkedIn(PhoneNumber phone, String text) {
        return house.get(EnterCase.class)
                .enter(
                        HOA,
                        new EnterCase.Entry(
                                EnterCase.Channel.WALK_IN,
                                ComplaintKind.FEEDBACK,
                                Optional.of(phone),
                                Optional.empty(),
                                text,
                                false,
                                true))
                .ticket()
                .orElseThrow()
                .digits();
    }

    @Test
    void handedOverIsWhatWasSaidInHisCasesAndToHimAndHisDossiersButNoNoteAndNobodyElses() {
        String atTheCounter = walkedIn(lan, "cot dien nghieng");
        String recording = "00000000-0000-4000-8000-0000000000aa";
        String spoken = spoken(lan, "recording:" + recording);
        assertThat(house.get(SpokenWords.class)
                        .type(grip(spoken), recording, "den duong hong")
                        .refusal())
                .isEmpty();
        house.tx(() -> {
            Complaints all = house.get(Complaints.class);
            all.addAnswer(all.find(new TicketNumber(atTheCounter)).orElseThrow(), "da dung lai cot", "ks");
            return null;
        });
        assertThat(house.get(CaseNotes.class)
                        .add(grip(atTheCounter), "ghi chu rieng")
                        .refusal())
                .isEmpty();
        office("KS-UBND");
        walkedIn(MINH, "viec cua nguoi khac");
        String dossier =
                "{\"unit\": \"KS-UBND\", \"procedure\": \"x\", \"field\": \"dat dai\", \"phone\": \"" + lan.local()
                        + "\", \"receivedAt\": \"2026-08-03T08:00:00+07:00\", \"dueAt\": \"2026-08-20T17:00:00+07:00\","
                        + " \"status\": \"PROCESSING\", \"stages\": []}";
        house.get(DossierRegister.class).put("H50.15-260803-0012", dossier.getBytes(StandardCharsets.UTF_8), false);
        List<TimelineLine> lines = export(HOA, request()).lines();
        assertThat(lines)
                .extracting(line -> line.kind() + "|" + line.text() + "|"
                        + line.ticket().map(TicketNumber::digits).orElse(line.detail()))
                .contains(
                        "CASE_WORDS|cot dien nghieng|" + atTheCounter,
                        "CASE_WORDS|den duong hong|" + spoken,
                        "ANSWER|da dung lai cot|" + atTheCounter,
                        "DOSSIER|H50.15-260803-0012 · 2026-08-20|PROCESSING");
        assertThat(lines).extracting(TimelineLine::text).noneMatch(text -> text.matches(".*(rieng|nguoi khac).*"));
    }

    @Test
    void numbersOfARequestAreSeenInClearOnlyInFrontOfTheTrail() {
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "XOADL xoa ca so 0987 111 222", "SMS"));
        String number =
                house.tx(() -> house.get(SubjectDesk.class).all().get(0)).number();
        DataDesk desk = house.get(DataDesk.class);
        Viewer officer = new Viewer(6, "ks", "Khe Sanh", Role.OFFICER, Optional.of(new UnitCode("KS")), true);
        assertThat(desk.reveal(officer, number)).isEmpty();
        assertThat(desk.revealSpoken(officer, number)).isEmpty();
        assertThat(desk.reveal(HOA, number)).contains(lan);
        assertThat(desk.revealSpoken(HOA, number)).containsExactly("0987111222");
        assertThat(trail())
                .containsExactly(
                        "hoa|phone.revealed|request " + number + "|",
                        "hoa|phone.spoken-revealed|request " + number + "|");
    }

    private RequestEntry.Entered entered(Viewer who, String... other) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "channel",
                "LETTER",
                "wish",
                "ERASURE",
                "phone",
                lan.local(),
                "text",
                "xin xoa so toi",
                "read-back",
                "yes"));
        for (int i = 0; i < other.length; i += 2) {
            fields.put(other[i], other[i + 1]);
        }
        String[] form = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return house.get(RequestEntry.class).enter(who, Form.of(form));
    }

    @Test
    void requestOfSomebodyAtTheCounterRunsLikeOneByTextAndItsOwnerIsTold() {
        RequestEntry.Entered kept = entered(HOA);
        assertThat(kept.refusal()).isEmpty();
        SubjectRequest request =
                house.tx(() -> house.get(SubjectDesk.class).all().get(0));
        assertThat(request.number()).isEqualTo(kept.number());
        assertThat(request.phone()).isEqualTo(lan);
        assertThat(request.acknowledgeBy()).isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(request.completeBy()).isEqualTo(LocalDate.of(2026, 8, 29));
        SubjectDesk.Said said =
                house.tx(() -> house.get(SubjectDesk.class).words(request)).get(0);
        assertThat(said.takenBy()).contains("hoa");
        assertThat(said.channel()).isEqualTo("LETTER");
        assertThat(said.wish()).isEqualTo(SubjectWish.ERASURE);
        assertThat(entered(HOA, "wish", "COPY").number())
                .as("joins the open one")
                .isEqualTo(kept.number());
        assertThat(entered(HOA, "phone", "02333852147").refusal())
                .as("a landline")
                .isEmpty();
        assertThat(count("sms_outbox")).as("the mobile was told of both").isEqualTo(2);
        assertThat(trail())
                .startsWith(
                        "hoa|data-request.entered|" + kept.number() + "|LETTER ERASURE",
                        "hoa|data-request.entered|" + kept.number() + "|LETTER COPY")
                .hasSize(3);
    }

    @Test
    void secretWordsAtTheCounterAreASealedCaseAndTheRequestKeepsTheWishAlone() {
        long sealed = count("complaint where secret = 1");
        String number =
                entered(HOA, "text", "xin xoa don to cao ong Nam doi tien").number();
        assertThat(words(number)).containsExactly("XOADL");
        assertThat(words(entered(HOA, "text", "TC ông Năm lấn đất, xin xóa số tôi")
                        .number()))
                .contains("XOADL");
        assertThat(count("complaint where secret = 1"))
                .as("the sign of the lane alone")
                .isEqualTo(sealed += 2);
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "XOADL ong Nam doi tien, 0987 111 222", "SMS"));
        assertThat(words(number)).as("from before they went there").containsExactly("XOADL", "XOADL", "XOADL");
        assertThat(house.get(DataDesk.class).revealSpoken(HOA, number)).isEmpty();
        entered(HOA, "text", "xoa ca dia chi");
        assertThat(words(number)).contains("xoa ca dia chi");
        assertThat(count("complaint where secret = 1")).isEqualTo(sealed);
    }

    private List<String> words(String number) {
        return house.tx(() -> house.get(SubjectDesk.class).find(number).stream()
                .flatMap(request -> house.get(DataDesk.class).words(request).stream())
                .map(SubjectDesk.Said::text)
                .toList());
    }

    /** The page of a request that {@code who} sees. */
    private String page(Viewer who, String number) {
        DrawnPages.Kept kept = new DrawnPages.Kept();
        Asked asked = new Asked();
        asked.become(Circumstances.UNKNOWN.with(who, ""));
        new RequestPages(
                        kept,
                        asked,
                        house.get(SubjectDesk.class),
                        house.get(SubjectTerms.class),
                        house.get(DataDesk.class),
                        house.get(Clock.class),
                        house.get(InTransaction.class))
                .one(number);
        return kept.drawn();
    }

    @Test
    void whoIsRelatedSeesTheDaysOfARequestAndNotItsWords() {
        ticketAbout("KS-UBND");
        String number = request();
        house.tx(() -> house.get(Interests.class).declare(HOA, new UnitCode("KS-UBND")));
        noted(TUAN, number);
        assertThat(page(HOA, number))
                .contains(number, "18/08/2026", "để đồng nghiệp khác làm")
                .doesNotContain("xoa het", "Sở Xây dựng", "/acknowledge\"", "/reveal");
        assertThat(page(TUAN, number)).contains("xoa het", "Sở Xây dựng", "/acknowledge\"", "/reveal");
    }

    @ParameterizedTest(name = "acknowledged {0}, to be acknowledged in {1} days, completed in {2}: level {3}")
    @CsvSource({
        "false,  1,  9, 0",
        "false,  0,  9, 1",
        "false, -1,  9, 2",
        "true,  -1,  9, 0",
        "true,  -1,  4, 1",
        "true,  -1,  0, 1",
        "true,  -1, -1, 2",
    })
    void daysThatAreNearOrPastAreCountedInTheNavigationAndAnAlarm(
            boolean acknowledged, int acknowledge, int complete, int level) {
        LocalDate today = LocalDate.of(2026, 8, 14);
        request();
        house.tx(() -> house.get(Sql.class)
                .update(
                        "update citizen_subject_request set acknowledge_by = ?, complete_by = ?, acknowledged_on = ?",
                        today.plusDays(acknowledge),
                        today.plusDays(complete),
                        acknowledged ? today : null));
        PressingRequests pressing = house.get(PressingRequests.class);
        house.tx(() -> house.get(Sql.class).update("delete from watch_alarm"));
        pressing.run();
        RequestMenu menu = house.get(RequestMenu.class);
        assertThat(menu.pressing(menu.items().get(0))).isEqualTo(level > 0 ? 1 : 0);
        assertThat(house.get(AlarmBoard.class).latest(9))
                .filteredOn(alarm -> alarm.trouble().kind().equals("data-requests"))
                .extracting(alarm -> alarm.trouble().level())
                .isEqualTo(level == 0 ? List.of() : List.of(level));
    }

    @Test
    void entryThatIsNotWholeIsRefused() {
        Map<String, RequestEntry.Entered> refused = new LinkedHashMap<>();
        refused.put("request.choice", entered(HOA, "wish", ""));
        refused.put("request.phone", entered(HOA, "phone", "12"));
        refused.put("request.words", entered(HOA, "text", "xoa"));
        refused.put("request.read-back", entered(HOA, "read-back", ""));
        refused.put("request.not-yours", entered(new Viewer(6, "thu", "Thu", Role.AUDITOR, Optional.empty(), true)));
        refused.forEach(
                (code, one) -> assertThat(one.refusal()).map(Reason::code).contains(code));
        assertThat(count("citizen_subject_request")).isZero();
        assertThat(trail()).isEmpty();
    }

    private Optional<String> noted(Viewer who, String number) {
        return house.get(DataDesk.class)
                .carryOut(who, number, "third-parties", (request, by) -> house.get(SubjectTerms.class)
                        .involveThirdParties(request, new Because("Sở Xây dựng cũng giữ dữ liệu", by)))
                .map(Reason::code);
    }

    @ParameterizedTest(name = "{0} noted {1}")
    @CsvSource({
        "REFUSED, So nay cua nguoi khac, 'REFUSED, note'",
        "ANSWERED, ghi rieng, 'ANSWERED, note'",
        "ANSWERED, ' ', ANSWERED"
    })
    void trailSaysHowARequestEndedAndThatThereIsANoteButNotItsWords(Outcome outcome, String note, String reason) {
        String number = request();
        SubjectDesk requests = house.get(SubjectDesk.class);
        assertThat(house.get(DataDesk.class)
                        .carryOut(
                                HOA,
                                number,
                                "completed",
                                (one, by) -> requests.complete(one, new Ending(outcome, note), by)))
                .isEmpty();
        assertThat(trail()).containsExactly("hoa|data-request.completed|" + number + "|" + reason);
    }

    @Test
    void nobodyButTheDeskNotesThirdParties() {
        String number = request();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.OPERATOR))) {
            Viewer other = new Viewer(6, "ks", "Khe Sanh", role, Optional.of(new UnitCode("KS")), true);
            assertThat(noted(other, number)).as("%s", role).contains("request.unknown");
        }
        assertThat(count("citizen_subject_request where third_parties_on is not null"))
                .isZero();
        assertThat(count("sms_outbox")).isZero();
    }

    @Test
    void trailSaysWhoNotedThirdPartiesAndTheNewDayAndNothingOfARefusal() {
        String number = request();
        assertThat(noted(HOA, number)).isEmpty();
        assertThat(noted(HOA, number)).contains("request.third-parties");
        assertThat(noted(HOA, "2600000")).contains("request.unknown");
        assertThat(trail()).containsExactly("hoa|data-request.third-parties|" + number + "|2026-09-03");
    }
}
