package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.NEUTRAL;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Due;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedCases.Reopened;
import vn.mscore.hotline.complaint.SealedCases.Reopening;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.shared.Reason;

/** A closed sealed case is taken up again by two custodians and by nobody alone. */
class SealedReopeningIT {
    private static final String NEW_EVIDENCE = "người dân gửi thêm chứng cứ mới";
    private static final Result GUIDED = new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn");

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = Custodians.house();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Opened look(Pseudonym pseudonym) {
        Optional<Opened> opened = house.tx(SealedCases.class, c -> c.look(BINH, pseudonym));
        return opened.orElseThrow();
    }

    private Cover cover(Pseudonym pseudonym) {
        Optional<Cover> cover = house.tx(SealedCases.class, c -> c.cover(AN, pseudonym));
        return cover.orElseThrow();
    }

    private Optional<String> refusal(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed).map(Reason::code);
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        assertThat(refusal(deed)).isEmpty();
    }

    private void openTogether(Pseudonym pseudonym) {
        done(d -> d.askToOpen(AN, pseudonym, WHY));
        done(d -> d.confirmOpening(BINH, pseudonym));
    }

    private String asked(Pseudonym pseudonym) {
        return look(pseudonym).reopening().map(Reopening::mark).orElse("");
    }

    private Pseudonym ended() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        done(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL, Optional.empty())));
        end(pseudonym);
        return pseudonym;
    }

    private void end(Pseudonym pseudonym) {
        done(d -> d.record(AN, pseudonym, GUIDED));
        String read = look(pseudonym).ending().orElseThrow().mark();
        done(d -> d.confirmEnding(BINH, pseudonym, read));
    }

    @Test
    void oneAloneShouldReopenNothing() {
        Pseudonym pseudonym = ended();
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        assertThat(refusal(d -> d.confirmReopening(AN, pseudonym, read))).contains("sealed.second-person");
        assertThat(refusal(d -> d.confirmReopening(CHI, pseudonym, read))).contains("sealed.not-open");
        assertThat(refusal(d -> d.confirmReopening(Custodians.stale(2), pseudonym, read)))
                .contains("sealed.step-up");
        assertThat(refusal(d -> d.confirmReopening(BINH, pseudonym, "another request")))
                .contains("sealed.changed");
        assertThat(cover(pseudonym).stage()).isEqualTo(SealedStage.CLOSED);
        done(d -> d.confirmReopening(BINH, pseudonym, read));
        assertThat(cover(pseudonym).stage()).isEqualTo(SealedStage.SUMMARISED);
    }

    @Test
    void whoseAccountWasClosedShouldReopenNothingThroughAnother() {
        Pseudonym pseudonym = ended();
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        house.sql("update account set disabled_at = now(6) where id = 1");
        assertThat(refusal(d -> d.confirmReopening(BINH, pseudonym, read))).contains("sealed.no-reopening");
        assertThat(cover(pseudonym).stage()).isEqualTo(SealedStage.CLOSED);
    }

    @Test
    void theEndBeforeShouldStayReadableAndTheCaseBeWorkedOnAndClosedAnew() {
        Pseudonym pseudonym = ended();
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        done(d -> d.confirmReopening(BINH, pseudonym, read));
        Opened opened = look(pseudonym);
        assertThat(opened.ending()).isEmpty();
        assertThat(opened.reopening()).isEmpty();
        LocalDate monday = LocalDate.of(2026, 8, 17);
        assertThat(opened.before())
                .containsExactly(new Reopened(
                        monday, AN.name(), BINH.name(), NEW_EVIDENCE, GUIDED.outcome(), GUIDED.words(), monday));
        end(pseudonym);
        assertThat(cover(pseudonym).stage()).isEqualTo(SealedStage.CLOSED);
        assertThat(look(pseudonym).before()).hasSize(1);
    }

    @Test
    void theTermToDecideShouldBeginAnew() {
        Pseudonym pseudonym = ended();
        house.clock().advance(Duration.ofDays(28));
        assertThat(cover(pseudonym).signs().due()).isEmpty();
        openTogether(pseudonym);
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        done(d -> d.confirmReopening(BINH, pseudonym, read));
        assertThat(cover(pseudonym).signs().due()).contains(new Due(Due.Step.DECIDE, LocalDate.of(2026, 9, 23), false));
    }

    @Test
    void bothDeedsShouldBeShownToTheOthersAndTheSecondStandInTheLogOfTheCase() {
        Pseudonym pseudonym = ended();
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        done(d -> d.confirmReopening(BINH, pseudonym, read));
        List<Look> looks =
                house.tx(SealedCases.class, c -> c.looksOfOthers(CHI, 1).looks());
        assertThat(looks).extracting(Look::what).contains("reopening-asked", "reopened");
        assertThat(house.count("audit_line where deed in ('sealed.reopening-asked', 'sealed.reopened')"))
                .isEqualTo(2);
        assertThat(house.count("audit_line where reason like '%chứng cứ%'"))
                .as("the reason itself stays sealed")
                .isZero();
        assertThat(house.count("complaint_event where deed = 'sealed-reopened' and actor = '" + BINH.login()
                        + "' and note = ''"))
                .isEqualTo(1);
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void aRequestShouldBeTakenBackAndEndAfterADay() {
        Pseudonym pseudonym = ended();
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        assertThat(refusal(d -> d.askToReopen(BINH, pseudonym, NEW_EVIDENCE))).contains("sealed.pending");
        done(d -> d.dropReopening(BINH, pseudonym));
        assertThat(refusal(d -> d.dropReopening(BINH, pseudonym))).contains("sealed.no-reopening");
        done(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE));
        String read = asked(pseudonym);
        house.clock().advance(Duration.ofHours(25));
        openTogether(pseudonym);
        assertThat(refusal(d -> d.confirmReopening(BINH, pseudonym, read))).contains("sealed.no-reopening");
    }

    @Test
    void onlyWhatIsClosedShouldBeReopenedAndForAReason() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refusal(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE))).contains("sealed.not-open");
        openTogether(pseudonym);
        assertThat(refusal(d -> d.askToReopen(AN, pseudonym, NEW_EVIDENCE))).contains("sealed.not-closed");
        end(pseudonym);
        assertThat(refusal(d -> d.askToReopen(AN, pseudonym, "ngắn"))).contains("sealed.reason");
        assertThat(refusal(d -> d.askToReopen(Custodians.stale(1), pseudonym, NEW_EVIDENCE)))
                .contains("sealed.step-up");
    }
}
