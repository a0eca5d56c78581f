package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.NAMED;
import static vn.mscore.hotline.complaint.Custodians.NEUTRAL;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** What may be done with a sealed case at which stage, and what is confirmed: what was read. */
class SealedStagesIT {

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = Custodians.house();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Cover> list(Viewer viewer) {
        return house.tx(SealedCases.class, cases -> cases.list(viewer, 1).covers());
    }

    private Optional<Opened> look(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.look(viewer, pseudonym));
    }

    private Optional<String> refusal(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed).map(Reason::code);
    }

    private String proposalRead(Pseudonym pseudonym) {
        return look(AN, pseudonym)
                .flatMap(opened -> opened.handedOver().stream()
                        .filter(one -> one.confirmedBy().isEmpty())
                        .reduce((one, later) -> later))
                .map(SealedCases.HandedOver::mark)
                .orElse("");
    }

    private void openTogether(Pseudonym pseudonym) {
        assertThat(refusal(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        assertThat(refusal(d -> d.confirmOpening(BINH, pseudonym))).isEmpty();
    }

    private String endingRead(Pseudonym pseudonym) {
        return look(AN, pseudonym)
                .flatMap(Opened::ending)
                .map(SealedCases.Ending::mark)
                .orElse("");
    }

    private void offices() {
        house.unit(new UnitCode("H50"), Optional.empty());
        house.unit(new UnitCode("H50-TTRA"), Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-UBND"), Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-PKT"), Optional.of(new UnitCode("KS-UBND")));
        house.unit(new UnitCode("KS-PKT-TO1"), Optional.of(new UnitCode("KS-PKT")));
        house.unit("ONE_STOP", new UnitCode("KS-TTPVHCC"), Optional.of(new UnitCode("KS-UBND")));
    }

    private Pseudonym summarised(Optional<UnitCode> accused) {
        offices();
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        assertThat(refusal(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL, accused))))
                .isEmpty();
        return pseudonym;
    }

    @Test
    void outcomeShouldBeRecordedAsInformationNotAsADenunciation() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        assertThat(refusal(d -> d.record(AN, pseudonym, new Result(SealedOutcome.GUIDED, "xong"))))
                .contains("sealed.outcome");
        assertThat(refusal(d -> d.record(AN, pseudonym, new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn"))))
                .isEmpty();
        assertThat(list(AN).get(0).stage()).as("one alone closes nothing").isEqualTo(SealedStage.ENDING);
        assertThat(refusal(d -> d.confirmEnding(AN, pseudonym, endingRead(pseudonym))))
                .contains("sealed.second-person");
        assertThat(refusal(d -> d.confirmEnding(CHI, pseudonym, endingRead(pseudonym))))
                .as("she has not read it")
                .contains("sealed.not-open");
        assertThat(refusal(d -> d.takeEndingBack(BINH, pseudonym))).isEmpty();
        assertThat(list(AN).get(0).stage()).isEqualTo(SealedStage.RECEIVED);
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, endingRead(pseudonym))))
                .contains("sealed.no-ending");
        assertThat(refusal(d -> d.record(AN, pseudonym, new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn"))))
                .isEmpty();
        assertThat(refusal(
                        d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL, Optional.empty()))))
                .contains("sealed.pending");
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, endingRead(pseudonym))))
                .isEmpty();
        assertThat(list(AN).get(0).stage()).isEqualTo(SealedStage.CLOSED);
        assertThat(look(AN, pseudonym).orElseThrow().ending().orElseThrow().on())
                .isEqualTo(LocalDate.of(2026, 8, 17));
    }

    private static final Proposal TO_INSPECTION = new Proposal(new UnitCode("H50-TTRA"), Optional.empty());
    private static final Result GUIDED = new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn");

    private static final Summary MORE = new Summary(NEUTRAL + " Thêm.", NAMED.accused());

    private SealedStage stage() {
        return list(AN).get(0).stage();
    }

    private Pseudonym proposed() {
        Pseudonym pseudonym = summarised(Optional.of(new UnitCode("KS-PKT")));
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), TO_INSPECTION)))
                .isEmpty();
        return pseudonym;
    }

    private Pseudonym ended() {
        offices();
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        assertThat(refusal(d -> d.record(AN, pseudonym, GUIDED))).isEmpty();
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, endingRead(pseudonym))))
                .isEmpty();
        return pseudonym;
    }

    @Test
    void whatTwoAgreedOnShouldNotBeOpenedAgainByOne() {
        Pseudonym pseudonym = ended();
        assertThat(refusal(d -> d.record(AN, pseudonym, GUIDED))).contains("sealed.closed");
        assertThat(refusal(
                        d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL, Optional.empty()))))
                .contains("sealed.closed");
        assertThat(stage()).isEqualTo(SealedStage.CLOSED);
    }

    @Test
    void anOutcomeShouldNotOvertakeAHandOverThatWaitsForItsSecondPerson() {
        Pseudonym pseudonym = proposed();
        assertThat(refusal(d -> d.record(BINH, pseudonym, GUIDED))).contains("sealed.pending");
        assertThat(stage()).isEqualTo(SealedStage.PROPOSED);
    }

    @Test
    void whoDidNotOpenTheCaseShouldNeitherConfirmNorTakeBack() {
        Pseudonym pseudonym = proposed();
        String read = proposalRead(pseudonym);
        assertThat(refusal(d -> d.confirmHandOver(CHI, pseudonym, read, Optional.empty())))
                .contains("sealed.not-open");
        assertThat(refusal(d -> d.withdrawHandOver(CHI, pseudonym))).contains("sealed.not-open");
        assertThat(refusal(d -> d.withdrawHandOver(Custodians.stale(2), pseudonym)))
                .contains("sealed.step-up");
        assertThat(refusal(d -> d.withdrawHandOver(BINH, pseudonym))).isEmpty();
        assertThat(stage()).isEqualTo(SealedStage.SUMMARISED);
    }

    @Test
    void aHandOverThatWasProposedAnewShouldNotBeConfirmedUnread() {
        Pseudonym pseudonym = proposed();
        String read = proposalRead(pseudonym);
        assertThat(refusal(d -> d.withdrawHandOver(AN, pseudonym))).isEmpty();
        assertThat(refusal(d -> d.summarise(AN, pseudonym, NAMED.mark(), MORE))).isEmpty();
        assertThat(refusal(d -> d.propose(AN, pseudonym, MORE.mark(), TO_INSPECTION)))
                .isEmpty();
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, read, Optional.empty())))
                .contains("sealed.changed");
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, "", Optional.empty())))
                .contains("sealed.changed");
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .isEmpty();
    }

    @Test
    void summaryThatAnotherWroteMeanwhileShouldNotBeWrittenOverUnread() {
        Pseudonym pseudonym = summarised(NAMED.accused());
        assertThat(refusal(d -> d.summarise(BINH, pseudonym, Summary.NONE.mark(), MORE)))
                .as("his page was empty")
                .contains("sealed.summary-changed");
        Opened shown = look(BINH, pseudonym).orElseThrow();
        assertThat(shown.summary()).contains(NEUTRAL);
        Summary elsewhere = new Summary(NEUTRAL, Optional.of(new UnitCode("KS-UBND")));
        assertThat(refusal(d -> d.summarise(BINH, pseudonym, shown.summaryMark(), elsewhere)))
                .as("having read it")
                .isEmpty();
        assertThat(refusal(d -> d.summarise(AN, pseudonym, NAMED.mark(), MORE)))
                .as("the office alone was changed")
                .contains("sealed.summary-changed");
        assertThat(look(AN, pseudonym).flatMap(Opened::accused)).contains(new UnitCode("KS-UBND"));
    }

    @Test
    void wordsThatOnlyTheirAuthorKnowsShouldNotBeHandedOver() {
        Pseudonym pseudonym = summarised(NAMED.accused());
        assertThat(refusal(d -> d.summarise(BINH, pseudonym, NAMED.mark(), MORE)))
                .isEmpty();
        for (String unread : List.of(NAMED.mark(), Summary.NONE.mark(), "")) {
            assertThat(refusal(d -> d.propose(AN, pseudonym, unread, TO_INSPECTION)))
                    .contains("sealed.summary-changed");
        }
        assertThat(stage()).isEqualTo(SealedStage.SUMMARISED);
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, MORE.mark(), Optional.empty())))
                .contains("sealed.no-proposal");
        String read = look(AN, pseudonym).orElseThrow().summaryMark();
        assertThat(refusal(d -> d.propose(AN, pseudonym, read, TO_INSPECTION))).isEmpty();
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .isEmpty();
    }

    @Test
    void anOutcomeThatWasSaidAnewShouldNotBeConfirmedUnread() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        assertThat(refusal(d -> d.record(AN, pseudonym, GUIDED))).isEmpty();
        String read = endingRead(pseudonym);
        Result other = new Result(SealedOutcome.KEPT_FOR_REFERENCE, "Chỉ lưu để tham khảo");
        assertThat(refusal(d -> d.record(AN, pseudonym, other))).isEmpty();
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, read))).contains("sealed.changed");
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, endingRead(pseudonym))))
                .isEmpty();
    }

    @Test
    void aLetterThatIsTakenBackShouldNotOpenAClosedCase() {
        Pseudonym pseudonym = proposed();
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .isEmpty();
        assertThat(refusal(d -> d.record(AN, pseudonym, GUIDED))).isEmpty();
        assertThat(refusal(d -> d.confirmEnding(BINH, pseudonym, endingRead(pseudonym))))
                .isEmpty();
        assertThat(refusal(d -> d.withdrawHandOver(AN, pseudonym))).isEmpty();
        assertThat(stage()).isEqualTo(SealedStage.CLOSED);
    }
}
