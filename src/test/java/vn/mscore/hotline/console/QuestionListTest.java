package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ToldUpward.Told;
import vn.mscore.hotline.console.delegate.DelegatePage.Committee;
import vn.mscore.hotline.console.delegate.DigestPart;
import vn.mscore.hotline.console.delegate.DigestView;
import vn.mscore.hotline.console.leader.ToldRows;
import vn.mscore.hotline.report.DelegateBoard.After;
import vn.mscore.hotline.report.DelegateBoard.Digest;
import vn.mscore.hotline.report.DelegateBoard.Part;
import vn.mscore.hotline.report.DelegateBoard.Transfer;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.TicketNumber;

/** The delegate's page with cases on it: each can be put forward, and what is put forward can be taken out. */
class QuestionListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final Transfer OPEN =
            new Transfer("26000012", "Đường", "Xã Khe Sanh", DAY, DAY.plusDays(9), 2, false, Optional.empty());
    private static final Transfer ANSWERED = new Transfer(
            "26000029", "Đất", "Xã Khe Sanh", DAY, DAY.plusDays(9), 0, false, Optional.of(new After(DAY, DAY)));

    private static String page(List<Transfer> questions, ToldRows.Row... told) throws IOException {
        return page(new Part(1, false), questions, told);
    }

    private static String page(Part part, List<Transfer> questions, ToldRows.Row... told) throws IOException {
        return page(part, List.of(OPEN, ANSWERED), questions, told);
    }

    private static String page(Part part, List<Transfer> transfers, List<Transfer> questions, ToldRows.Row... told)
            throws IOException {
        ClasspathLoader loader = new ClasspathLoader(QuestionListTest.class.getClassLoader());
        loader.setPrefix("console");
        loader.setSuffix(".peb");
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new PageExtension(new Words(), new AssetNames()))
                .addEscapingStrategy(Escaped.NAME, Escaped::of)
                .defaultEscapingStrategy(Escaped.NAME)
                .strictVariables(true)
                .build();
        Digest digest = new Digest(DAY, DAY, "Khe Sanh", List.of(), List.of(), List.of(), transfers, part, questions);
        Map<String, Object> model = new HashMap<>(Map.of(
                "view",
                new DigestView(digest, Language.VI),
                "told",
                new ToldRows.Rows(List.of(told)),
                "csrf",
                "a-token",
                "language",
                "vi",
                "theme",
                "auto",
                "path",
                "/console/delegate",
                "fragment",
                false,
                "nav",
                List.of()));
        model.put("viewer", null);
        model.put("committee", "PC");
        model.put("committees", List.of(new Committee("PC", "Pháp chế"), new Committee("KTNS", "KT-NS")));
        StringWriter out = new StringWriter();
        engine.getTemplate("delegate").evaluate(out, model, new Locale("vi"));
        return out.toString();
    }

    private static ToldRows.Row told(boolean unseen) {
        Told told = new Told(
                new TicketNumber("26000029"),
                "Rác",
                "Xã Khe Sanh",
                "COUNCIL",
                Step.ANSWER,
                DAY,
                true,
                6,
                Instant.EPOCH,
                unseen);
        return new ToldRows.Row(told, "26 00 00 29", "03/08/2026", "11/08/2026 08:00", false);
    }

    @Test
    void whatIsNotPutForwardCanBe() throws IOException {
        assertThat(page(List.of()))
                .contains(
                        "action=\"/console/delegate/questions/26000012\"",
                        "action=\"/console/delegate/questions/26000029\"",
                        "name=\"csrf\" value=\"a-token\"",
                        "Chưa có phiếu nào được đưa vào")
                .doesNotContain("/back\"");
    }

    @Test
    void whatIsPutForwardCanBeTakenOut() throws IOException {
        assertThat(page(List.of(OPEN)))
                .contains(
                        "action=\"/console/delegate/questions/26000012/back\"",
                        "action=\"/console/delegate/questions/26000029\"")
                .doesNotContain("action=\"/console/delegate/questions/26000012\"", "Chưa có phiếu nào được đưa vào");
    }

    @Test
    void whatTheCouncilWasToldOfIsThereWithItsDaysAndWithoutTheStep() throws IOException {
        assertThat(page(List.of(), told(true)))
                .contains(
                        "href=\"/console/cases/26000029\"",
                        "id=\"told-26000029\"",
                        "báo Thường trực HĐND",
                        "trễ 6 ngày làm việc (từ 03/08/2026)",
                        "11/08/2026 08:00",
                        "1 phiếu chưa xem",
                        ">chưa xem<")
                .doesNotContain("(trả lời)", "Không có phiếu nào được báo lên");
        assertThat(page(List.of())).contains("Không có phiếu nào được báo lên").doesNotContain("chưa xem");
    }

    @ParameterizedTest(name = "{0} listed, {1} not looked at")
    @CsvSource({"50, 50, 50+ phiếu chưa xem", "50, 49, 49 phiếu chưa xem", "49, 49, 49 phiếu chưa xem"})
    void aListThatIsCutOffSaysThatMoreMayWait(int listed, int unseen, String said) throws IOException {
        ToldRows.Row[] rows =
                IntStream.range(0, listed).mapToObj(i -> told(i < unseen)).toArray(ToldRows.Row[]::new);
        assertThat(page(List.of(), rows)).contains(">" + said + "<");
    }

    @Test
    void aPageSaysWhetherMoreCasesFollow() throws IOException {
        String days = "/console/delegate?from=2026-08-03&amp;to=2026-08-03&amp;committee=PC&amp;page=";
        assertThat(page(new Part(1, false), List.of())).doesNotContain("page=");
        assertThat(page(new Part(1, true), List.of()))
                .contains(
                        "href=\"" + days + "2\" rel=\"next\"",
                        "Trang 1 của hai danh sách trên, mỗi danh sách tối đa 200")
                .doesNotContain("rel=\"prev\"");
        assertThat(page(new Part(2, false), List.of()))
                .contains("href=\"" + days + "1\" rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void aFullListOfWhatWasPutForwardSaysThatItIsCutOff() throws IOException {
        String cut = "Danh sách này hiện tối đa 200 phiếu";
        assertThat(page(Collections.nCopies(200, OPEN))).contains(cut);
        assertThat(page(Collections.nCopies(199, OPEN))).doesNotContain(cut);
    }

    @Test
    void aListThatIsExhaustedOnALaterPageDoesNotSayThatNothingIsOwed() throws IOException {
        String[] nothingOwed = {"Mọi nội dung đã chuyển đều được trả lời", "Không có nội dung nào đang chờ"};
        assertThat(page(new Part(1, false), List.of(), List.of()))
                .contains(nothingOwed)
                .doesNotContain("Không còn phiếu ở trang này");
        assertThat(page(new Part(2, false), List.of(), List.of()))
                .contains("Không còn phiếu ở trang này")
                .doesNotContain(nothingOwed);
    }

    @Test
    void theFormsCarryTheDaysAndThePageTheyStandOn() throws IOException {
        assertThat(page(new Part(2, true), List.of()))
                .contains(
                        "name=\"from\" value=\"2026-08-03\"",
                        "name=\"to\" value=\"2026-08-03\"",
                        "<option value=\"PC\" selected>Pháp chế</option>",
                        "name=\"committee\" value=\"PC\"",
                        "name=\"page\" value=\"2\"");
    }

    @Test
    void aDayThatNoCalendarHasIsNone() {
        assertThat(DigestPart.of("", "-999999999-01-01", DAY).to()).isEqualTo(DAY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-05-04 2026-06-30 PC 2, from=2026-05-04&to=2026-06-30&committee=PC&page=2",
        "2026-06-30 2026-05-04 '' 0, from=2026-02-04&to=2026-05-04&committee=&page=1",
        "x&page=3 2027-01-01 PC&page=3 3#x, from=2026-05-03&to=2026-08-03&committee=&page=1",
    })
    void whoeverPutsACaseForwardComesBackToThePageHeWasOn(String asked, String query) {
        String[] typed = asked.split(" ");
        Form form = Form.of("from", typed[0], "to", typed[1], "committee", typed[2], "page", typed[3]);
        assertThat(DigestPart.of(form, DAY).address()).hasToString("/console/delegate?" + query + "#questions");
    }
}
