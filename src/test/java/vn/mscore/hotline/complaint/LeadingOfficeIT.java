package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.console.workbench.UnitChoice;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** R8: category and locality lead to an office by the table and the tree. */
class LeadingOfficeIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final DossierCode DOSSIER = new DossierCode("H50.15-260803-0012");

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        unit("QT", "PROVINCE", "Tỉnh Quảng Trị", "");
        unit("UBND", "OFFICE", "UBND tỉnh Quảng Trị", "QT");
        unit("VPUB", "OFFICE", "Văn phòng UBND tỉnh", "UBND");
        unit("HCC", "ONE_STOP", "TT PVHCC tỉnh", "VPUB");
        unit("SNNMT", "DEPARTMENT", "Sở Nông nghiệp và Môi trường", "UBND");
        unit("THUE", "VERTICAL", "Thuế tỉnh Quảng Trị", "QT");
        for (String commune : new String[] {"GL", "KS"}) {
            unit(commune, "COMMUNE", "Xã " + commune, "QT");
            unit(commune + "-KT", "DIVISION", "Phòng Kinh tế", commune);
            unit(commune + "-HCC", "ONE_STOP", "TT PVHCC xã", commune);
            unit(commune + "-CA", "VERTICAL", "Công an xã", commune);
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void unit(String code, String kind, String name, String parent) {
        String above = parent.isEmpty() ? "" : ", \"parent\": \"" + parent + "\"";
        String json = "{\"name\": \"" + name + "\", \"shortName\": \"" + code + "\", \"kind\": \"" + kind
                + "\", \"validFrom\": \"2025-07-01\"" + above + "}";
        assertThat(house.house().get(UnitRegister.class).put(code, json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private Suggestion suggested(String office, String words) {
        String json = "{\"unit\": \"" + office + "\", \"procedure\": \"x\", \"field\": \"x\","
                + " \"phone\": \"0912345678\", \"receivedAt\": \"2026-08-03T08:00:00+07:00\","
                + " \"dueAt\": \"2026-08-20T17:00:00+07:00\", \"status\": \"PROCESSING\", \"stages\": []}";
        house.house().get(DossierRegister.class).put(DOSSIER.value(), json.getBytes(StandardCharsets.UTF_8), false);
        TicketNumber ticket = house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(LAN),
                                words,
                                Optional.of(DOSSIER),
                                "sms:1:m",
                                false)))
                .ticket();
        return house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "KS-HCC, so do dat dai tranh chap dat, DDAI, KS-KT",
        "HCC,    so do dat dai tranh chap dat, DDAI, SNNMT",
        "KS-HCC, thue dat nop thue,            THUE, THUE",
        "KS-HCC, danh bac ma tuy,              ANTT, KS-CA",
        "KS-HCC, rac thai o nhiem,             MTRG, KS",
        "HCC,    rac thai o nhiem,             MTRG, SNNMT"
    })
    void categoryAndLocalityShouldLeadToTheNearestOffice(String office, String words, String category, String unit) {
        Suggestion suggestion = suggested(office, words);
        assertThat(suggestion.category()).isEqualTo(category);
        assertThat(suggestion.unit()).contains(new UnitCode(unit));
        assertThat(suggestion.why()).extracting(Why::code).contains("suggest.lead");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "thu tuc vo ly,                QDHC, VPUB",
                "thue dat nop thue,            THUE, THUE",
                "so do dat dai tranh chap dat, DDAI, -",
                "danh bac ma tuy,              ANTT, -"
            })
    void withoutAnOfficeOnlyOneThatIsAloneInTheTreeShouldBeSuggested(String words, String category, String unit) {
        TicketNumber ticket = house.feedback(LAN, words);
        Suggestion suggestion = house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow();
        assertThat(suggestion.category()).isEqualTo(category);
        assertThat(suggestion.unit().map(UnitCode::value)).isEqualTo(Optional.ofNullable(unit));
    }

    private static final Map<String, List<String>> SAID = Map.ofEntries(
            Map.entry("duong lien xa hong, xa Trieu An", List.of("KS", "suggest.named-place")),
            Map.entry("Đường liên xã hỏng ở xã Triệu An", List.of("KS", "suggest.named-place")),
            Map.entry("duong hong o X. GL, xe khong di duoc", List.of("GL", "suggest.named-place")),
            Map.entry("duong hong o TT. GL, xe khong di duoc", List.of("-")),
            Map.entry("so do dat dai tranh chap dat o xa Trieu An", List.of("KS-KT", "suggest.named-place")),
            Map.entry("so do dat dai tranh chap dat, UBND xa Trieu An lan chiem", List.of("-")),
            Map.entry("duong hong tu xa GL den xa Trieu An", List.of("-")),
            Map.entry("duong hong tu xa GL den Trieu An", List.of("-")),
            Map.entry("duong hong, trieu an noi la se sua", List.of("-")),
            Map.entry("duong hong o thi xa GL", List.of("-")),
            Map.entry("Nhà tôi ở xa GL, mặt đường hỏng", List.of("-")),
            Map.entry("xa Trieu An mat dien ca ngay", List.of("-")),
            Map.entry("thai do quat mang dan o xa GL", List.of("-")));

    @Test
    void communeThatTheWordsOrTheNumbersEarlierCasesNameShouldLeadAndNoneBeGuessed() {
        abolished();
        SAID.forEach((words, way) -> assertThat(way(words)).as(words).isEqualTo(way));
        TicketNumber reopened = house.feedback(LAN, "duong hong o xa GL tu lau");
        assertThat(way(reopened)).containsExactly("GL", "suggest.named-place");
        house.sql("update complaint set level = 1 where ticket = '" + reopened.digits() + "'");
        assertThat(way(reopened)).as("reopened").containsExactly("-");
        earlierCasesShouldLeadWhileTheyAgreeAndTheWordsNameNone();
        fieldShouldOfferInWordsThatHoldWhatWasTyped(List.of("trieu an", "Triệu An", "xa trieu"), "KS");
        fieldShouldOfferInWordsThatHoldWhatWasTyped(List.of("nong nghiep va", "Nông nghiệp", "snnmt"), "SNNMT");
    }

    /** As before July 2025. */
    private void abolished() {
        String json = "{\"name\": \"Xã Triệu An (cũ)\", \"shortName\": \"Xa Trieu An cu\", \"kind\": \"COMMUNE\","
                + " \"parent\": \"QT\", \"validFrom\": \"1989-07-01\", \"validTo\": \"2025-06-30\","
                + " \"successors\": [{\"unit\": \"KS\", \"from\": \"2025-07-01\"}]}";
        assertThat(house.house().get(UnitRegister.class).put("X-TA", json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** To which office, and which place tells so. */
    private List<String> way(String words) {
        return way(house.feedback(LAN, words));
    }

    private List<String> way(TicketNumber ticket) {
        Suggestion suggestion = house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow();
        return Stream.concat(
                        Stream.of(suggestion.unit().map(UnitCode::value).orElse("-")),
                        suggestion.why().stream().map(Why::code).filter(code -> code.endsWith("-place")))
                .toList();
    }

    private void earlierCasesShouldLeadWhileTheyAgreeAndTheWordsNameNone() {
        routed("rac thai truoc truong", "KS");
        assertThat(way("duong hong nang")).containsExactly("KS", "suggest.earlier-place");
        assertThat(way("duong hong nang o Trieu An")).containsExactly("KS", "suggest.earlier-place");
        assertThat(way("duong hong nang o GL")).containsExactly("-");
        assertThat(way("duong hong nang, uy ban khong sua")).containsExactly("-");
        routed("nuoc thai chay ra ruong", "KS-CA");
        assertThat(way("duong hong nang qua")).containsExactly("KS", "suggest.earlier-place");
        assertThat(way("duong hong o xa GL")).containsExactly("GL", "suggest.named-place");
        routed("mui hoi tu bai rac", "GL");
        assertThat(way("duong hong nang, xe khong qua")).containsExactly("-");
    }

    private void routed(String words, String unit) {
        TicketNumber ticket = house.feedback(LAN, words);
        house.sql("update complaint set classified = true, state = 'DA_CHUYEN', unit = '" + unit + "' where ticket = '"
                + ticket.digits() + "'");
    }

    /** Who follows stands for an abolished one. */
    private void fieldShouldOfferInWordsThatHoldWhatWasTyped(List<String> all, String code) {
        UnitChoice choice = house.house().get(UnitChoice.class);
        for (String typed : all) {
            List<String> offered = choice.find(typed).units().stream()
                    .filter(one -> one.label().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                    .map(UnitChoice.Choice::code)
                    .toList();
            assertThat(offered).as(typed).containsExactly(code);
        }
    }

    @ParameterizedTest(name = "an office typed as {0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ks-kt, KS-KT",
                "Sở nông nghiệp và môi trường, SNNMT",
                "nong nghiep va, SNNMT",
                "xã gl, GL",
                "Phòng Kinh tế, -",
                "KHONG-CO, -",
                "ks' or 1=1 --, -",
                "%, -"
            })
    void officeThatIsTypedShouldBeFoundByItsCodeOrNameInEitherCase(String typed, String code) {
        assertThat(house.house().get(UnitChoice.class).typed(typed).map(UnitCode::value))
                .isEqualTo(Optional.ofNullable(code));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"QT, QT, suggest.above-ended", "'', -, suggest.ended"})
    void officeThatNobodyFollowsShouldGiveWayToTheOneAboveIt(String parent, String unit, String why) {
        unit("CU", "COMMUNE", "Xã cũ\", \"validTo\": \"2026-07-31", parent);
        Suggestion suggestion = suggested("CU", "rac thai o nhiem");
        assertThat(suggestion.unit().map(UnitCode::value)).isEqualTo(Optional.ofNullable(unit));
        assertThat(suggestion.why().get(0).code()).isEqualTo(why);
    }

    private void changed(String lead, Optional<String> unit, String from) {
        RouteDesk.Change change = new RouteDesk.Change(
                "DDAI", lead, OptionalInt.empty(), 10, LocalDate.parse(from), unit.map(UnitCode::new));
        assertThat(house.house().get(RouteDesk.class).change(change, "admin")).isEmpty();
    }

    @ParameterizedTest(name = "{0}, office {1} from {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            Chi nhánh VPĐK đất đai | SNNMT | 2026-08-03 | SNNMT
            Chi nhánh VPĐK đất đai | none  | 2026-08-03 | -
            Chi nhánh VPĐK đất đai | SNNMT | 2026-08-04 | KS-KT
            same                   | none  | 2026-08-03 | KS-KT
            same                   | GL-KT | 2026-08-03 | GL-KT
            """)
    void leadThatTheDeployerChangedShouldBeTheOfficeHeNamedOrNobody(
            String lead, String unit, String from, String suggested) {
        String before =
                house.house().get(Categories.class).byCode("DDAI").orElseThrow().twoTierLead();
        changed(lead.equals("same") ? before : lead, unit.equals("none") ? Optional.empty() : Optional.of(unit), from);
        Suggestion suggestion = suggested("KS-HCC", "so do dat dai tranh chap dat");
        assertThat(suggestion.unit().map(UnitCode::value)).isEqualTo(Optional.ofNullable(suggested));
        assertThat(suggestion.lead()).isEqualTo(lead.equals("same") || from.endsWith("04") ? before : lead);
    }
}
