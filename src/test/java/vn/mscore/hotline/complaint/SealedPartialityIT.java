package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.LAN;
import static vn.mscore.hotline.complaint.Custodians.NAMED;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Opening.State;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** R12 in the sealed lane: whom a case concerns himself neither opens nor decides it. */
class SealedPartialityIT {
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode DIVISION = new UnitCode("KS-PKT");
    private static final String KEPT_OFF = "sealed.own-interest";

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = Custodians.house();
        house.unit(COMMUNE, Optional.empty());
        house.unit(DIVISION, Optional.of(COMMUNE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Optional<Reason> refused(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed);
    }

    private Optional<String> code(Function<SealedDeeds, Optional<Reason>> deed) {
        return refused(deed).map(Reason::code);
    }

    private void related(Viewer viewer, UnitCode unit) {
        Optional<Reason> refused = house.tx(Interests.class, i -> i.declare(viewer, unit));
        assertThat(refused).isEmpty();
    }

    private void owns(Viewer viewer, String number) {
        PhoneNumber own = PhoneNumber.parse(number).orElseThrow();
        Optional<Reason> refused = house.tx(OwnNumbers.class, numbers -> numbers.declare(viewer, own));
        assertThat(refused).isEmpty();
    }

    private Optional<String> end(Viewer viewer, long number) {
        return house.tx(OwnNumbers.class, numbers -> numbers.end(viewer, number))
                .map(Reason::code);
    }

    private State state(Viewer viewer, Pseudonym pseudonym) {
        Optional<Cover> cover = house.tx(SealedCases.class, c -> c.cover(viewer, pseudonym));
        return cover.orElseThrow().opening().state();
    }

    private boolean reads(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.look(viewer, pseudonym)).isPresent();
    }

    private void openTogether(Viewer one, Viewer other, Pseudonym pseudonym) {
        assertThat(refused(d -> d.askToOpen(one, pseudonym, WHY))).isEmpty();
        assertThat(refused(d -> d.confirmOpening(other, pseudonym))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            his whole name                | Giữ khóa 1 ở quầy đòi tôi năm triệu         | true
            the same without accents      | giu khoa 1 o quay doi toi nam trieu          | true
            one word of it                | ông giữ cửa đòi tôi năm triệu                | false
            more than his name            | giữ khóa 12 đòi tôi năm triệu                | false
            his number                    | gọi 0987654321 đòi tôi năm triệu             | true
            the same as it was written    | gọi +84 987.654.321 đòi tôi năm triệu        | true
            another number                | gọi 0987654322 đòi tôi năm triệu             | false
            """)
    void wordsThatConcernACustodianShouldBeForOthers(String what, String words, boolean keptOff) {
        owns(AN, "0987 654 321");
        Pseudonym pseudonym = Custodians.secret(house, BINH, words);
        Optional<String> refused = code(d -> d.askToOpen(AN, pseudonym, WHY));
        assertThat(refused).isEqualTo(keptOff ? Optional.of(KEPT_OFF) : Optional.empty());
    }

    @Test
    void whoSentItHimselfShouldNotOpenIt() {
        owns(AN, LAN.local());
        Pseudonym pseudonym = Custodians.secret(house, BINH);
        assertThat(code(d -> d.askToOpen(AN, pseudonym, WHY))).contains(KEPT_OFF);
        assertThat(house.count("sealed_own_number where masked like '%912345678%'"))
                .isZero();
        long own = house.tx(OwnNumbers.class, numbers -> numbers.of(AN)).get(0).id();
        assertThat(end(BINH, own)).contains("interest.not-yours");
        assertThat(end(AN, own)).isEmpty();
        assertThat(refused(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
    }

    @Test
    void aNumberThatIsEndedShouldKeepOffForThirtyDaysMore() {
        owns(AN, LAN.local());
        Pseudonym pseudonym = Custodians.secret(house, BINH);
        house.clock().advance(Duration.ofHours(2));
        long own = house.tx(OwnNumbers.class, numbers -> numbers.of(AN)).get(0).id();
        assertThat(end(AN, own)).isEmpty();
        assertThat(code(d -> d.askToOpen(AN, pseudonym, WHY))).contains(KEPT_OFF);
    }

    @Test
    void theRefusalShouldNameTheOthersAndBeWrittenDown() {
        owns(AN, LAN.local());
        Pseudonym pseudonym = Custodians.secret(house, BINH);
        Reason reason = refused(d -> d.askToOpen(AN, pseudonym, WHY)).orElseThrow();
        assertThat(reason.sentence()).contains(BINH.name(), CHI.name()).doesNotContain(AN.name());
        owns(CHI, LAN.local());
        Reason alone = refused(d -> d.askToOpen(AN, pseudonym, WHY)).orElseThrow();
        assertThat(alone.sentence())
                .contains(BINH.name(), "hai người giữ khóa khác")
                .doesNotContain(CHI.name());
        assertThat(house.count("sealed_look where what = 'kept-off' and account = 1"))
                .isEqualTo(2);
        assertThat(house.count("audit_line where deed = 'sealed.kept-off'")).isEqualTo(2);
    }

    @Test
    void whoMustDecideShouldBeToldAndOthersOpenIt() {
        owns(BINH, LAN.local());
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refused(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        assertThat(state(BINH, pseudonym)).isEqualTo(State.KEPT_OFF);
        assertThat(code(d -> d.confirmOpening(BINH, pseudonym))).contains(KEPT_OFF);
        assertThat(refused(d -> d.confirmOpening(CHI, pseudonym))).isEmpty();
        assertThat(reads(CHI, pseudonym)).isTrue();
        assertThat(reads(BINH, pseudonym)).isFalse();
    }

    @Test
    void whatComesOutWhileItIsOpenShouldEndTheSightOfTheOneItConcerns() {
        related(AN, COMMUNE);
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(AN, BINH, pseudonym);
        assertThat(reads(AN, pseudonym)).isTrue();
        assertThat(refused(d -> d.summarise(BINH, pseudonym, Summary.NONE.mark(), NAMED)))
                .isEmpty();
        assertThat(reads(AN, pseudonym)).as("about an office below his").isFalse();
        assertThat(state(AN, pseudonym)).isEqualTo(State.KEPT_OFF);
        Result guided = new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn");
        assertThat(code(d -> d.record(AN, pseudonym, guided))).contains(KEPT_OFF);
        assertThat(refused(d -> d.close(AN, pseudonym)))
                .as("locking is never refused")
                .isEmpty();
        openTogether(BINH, CHI, pseudonym);
        assertThat(refused(d -> d.record(BINH, pseudonym, guided))).isEmpty();
    }

    @Test
    void whoAskedAndThenDeclaredARelationShouldNotBeOneOfTheTwo() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refused(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        owns(AN, LAN.local());
        assertThat(code(d -> d.confirmOpening(BINH, pseudonym))).contains("sealed.not-asked");
        openTogether(BINH, CHI, pseudonym);
    }

    /** What An proposed before he lost his part in it leads nowhere: Bình would decide alone. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            declared a relation     | number
            account was closed      | update account set disabled_at = now(6) where id = 1
            keeps no case any more  | update account set role = 'AUDITOR' where id = 1
            """)
    void whatWasProposedByOneNoLongerEntitledShouldNotBeConfirmed(String what, String how) {
        UnitCode inspectorate = new UnitCode("TTRA");
        house.unit(inspectorate, Optional.empty());
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(AN, BINH, pseudonym);
        assertThat(refused(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), NAMED)))
                .isEmpty();
        assertThat(refused(d -> d.propose(AN, pseudonym, NAMED.mark(), new Proposal(inspectorate, Optional.empty()))))
                .isEmpty();
        String letter = look(BINH, pseudonym).handedOver().get(0).mark();
        lose(how);
        assertThat(code(d -> d.confirmHandOver(BINH, pseudonym, letter, Optional.empty())))
                .contains("sealed.no-proposal");
        assertThat(house.count("sealed_handover where confirmed_by is not null or not withdrawn"))
                .isZero();
        house.sql("update account set disabled_at = null, role = 'CUSTODIAN'");
        house.sql("delete from sealed_own_number");
        Result guided = new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn");
        assertThat(refused(d -> d.record(AN, pseudonym, guided))).isEmpty();
        String ending = look(BINH, pseudonym).ending().orElseThrow().mark();
        lose(how);
        assertThat(code(d -> d.confirmEnding(BINH, pseudonym, ending))).contains("sealed.no-ending");
        assertThat(refused(d -> d.record(BINH, pseudonym, guided)))
                .as("the other proposes anew")
                .isEmpty();
    }

    private void lose(String how) {
        if (how.equals("number")) {
            owns(AN, LAN.local());
        } else {
            house.sql(how);
        }
    }

    private SealedCases.Opened look(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.look(viewer, pseudonym)).orElseThrow();
    }
}
