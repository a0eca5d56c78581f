package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.NEUTRAL;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.console.custody.OfficeList;
import vn.mscore.hotline.console.custody.OfficeList.Office;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** Who may get a sealed case: an office of today, and which one is around the office complained about. */
class SealedReceiversIT {
    private Summary summary;
    private CaseHouse house;

    @BeforeEach
    void open() {
        house = Custodians.house();
        house.unit(new UnitCode("H50"), Optional.empty());
        put("H50-TTRA", "Thanh tra tỉnh", "\"2020-01-01\", \"parent\": \"H50\"");
        house.unit(new UnitCode("KS-UBND"), Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-PKT"), Optional.of(new UnitCode("KS-UBND")));
        put(
                "KS-TNMT",
                "Phòng TN&MT cũ",
                "\"2020-01-01\", \"validTo\": \"2025-06-30\", \"successors\": [{\"unit\": \"KS-PKT\", \"from\": \"2025-07-01\"}]");
    }

    private void put(String code, String name, String since) {
        String json = "{\"name\": \"" + name + "\", \"shortName\": \"" + code
                + "\", \"kind\": \"DEPARTMENT\", \"validFrom\": " + since + "}";
        assertThat(house.house().get(UnitRegister.class).put(code, json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Pseudonym about(String accused) {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refusal(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        assertThat(refusal(d -> d.confirmOpening(BINH, pseudonym))).isEmpty();
        summary = new Summary(NEUTRAL, Optional.ofNullable(accused).map(UnitCode::new));
        assertThat(refusal(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), summary)))
                .isEmpty();
        return pseudonym;
    }

    private Optional<Reason> refusal(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed);
    }

    private Optional<Reason> proposed(Pseudonym pseudonym, String unit) {
        Proposal proposal = new Proposal(new UnitCode(unit), Optional.of("Thường trực HĐND đã thống nhất"));
        return refusal(d -> d.propose(AN, pseudonym, summary.mark(), proposal));
    }

    private Optional<Reason> confirmed(Pseudonym pseudonym) {
        String read = house.<SealedCases, String>tx(
                SealedCases.class,
                c -> c.look(AN, pseudonym).orElseThrow().handedOver().get(0).mark());
        return refusal(d -> d.confirmHandOver(BINH, pseudonym, read, Optional.of(WHY)));
    }

    private void lastDayOfTheInspectorate(String day) {
        house.sql("update unit set valid_to = " + day + " where code = 'H50-TTRA'");
    }

    @Test
    void officeOfThePastShouldGetNothingWhateverTwoSayAndItsSuccessorBeNamed() {
        assertThat(proposed(about("KS-PKT"), "KS-TNMT")).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("complaint.unit-ended");
            assertThat(why.sentence()).contains("KS-PKT UBND KS-PKT");
        });
    }

    @Test
    void officeThatEndsMeanwhileShouldNeitherBeConfirmedNorGetItsLetter() {
        Pseudonym pseudonym = about("KS-PKT");
        assertThat(proposed(pseudonym, "H50-TTRA")).isEmpty();
        lastDayOfTheInspectorate("'2026-08-16'");
        assertThat(confirmed(pseudonym)).map(Reason::code).contains("complaint.unit-ended");
        lastDayOfTheInspectorate("null");
        assertThat(confirmed(pseudonym)).isEmpty();
        house.clock().advance(Duration.ofDays(4));
        lastDayOfTheInspectorate("'2026-08-20'");
        SealedDeeds.Letter letter = house.<SealedDeeds, List<SealedDeeds.Letter>>tx(
                        SealedDeeds.class, d -> d.letters(AN))
                .get(0);
        assertThat(letter.kept()).isPresent();
        assertThat(refusal(d -> d.sent(AN, letter.id()))).map(Reason::code).contains("complaint.unit-ended");
    }

    @Test
    void listShouldOfferWhatExistsAndMarkWhatEnded() {
        List<Office> all = house.tx(OfficeList.class, OfficeList::all);
        assertThat(all)
                .contains(new Office("KS-TNMT", "Phòng TN&MT cũ", false, "30/06/2025"))
                .contains(new Office("H50-TTRA", "Thanh tra tỉnh", true, ""));
    }

    private Optional<UnitCode> around(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.around(viewer, pseudonym));
    }

    @ParameterizedTest(name = "about {0}: {1}")
    @CsvSource({
        "KS-PKT, H50-TTRA",
        "KS-TNMT, H50-TTRA",
        "KS-UBND, H50-TTRA",
        "H50-TTRA, ",
        "H50, ",
        ", ",
    })
    void inspectorateShouldBeSuggestedWhereItHasNoConflict(String accused, String suggested) {
        Pseudonym pseudonym = about(accused);
        assertThat(around(AN, pseudonym))
                .isEqualTo(Optional.ofNullable(suggested).map(UnitCode::new));
        assertThat(around(CHI, pseudonym)).as("not open to a third one").isEmpty();
    }

    @Test
    void inspectorateAtTheTopShouldComeBeforeThatOfAnOfficeAndGiveWayToIt() {
        house.unit(new UnitCode("H50-A"), Optional.of(new UnitCode("H50")));
        put("H50-A-TTRA", "Thanh tra Sở", "\"2020-01-01\", \"parent\": \"H50-A\"");
        Pseudonym pseudonym = about("KS-PKT");
        assertThat(around(AN, pseudonym)).contains(new UnitCode("H50-TTRA"));
        lastDayOfTheInspectorate("'2026-08-16'");
        assertThat(around(AN, pseudonym)).contains(new UnitCode("H50-A-TTRA"));
    }

    @Test
    void noOfficeShouldBeSuggestedAfterItsLastDay() {
        lastDayOfTheInspectorate("'2026-08-16'");
        assertThat(around(AN, about("KS-PKT"))).isEmpty();
    }
}
