package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.NAMED;
import static vn.mscore.hotline.complaint.Custodians.NEUTRAL;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Hidden;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedCases.Opening.State;
import vn.mscore.hotline.complaint.SealedCases.Revealed;
import vn.mscore.hotline.complaint.SealedDeeds.Letter;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.console.custody.LetterActions;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The sealed lane: nothing alone, everything written down. */
class SealedLaneIT {

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

    private State state(Viewer viewer, Pseudonym pseudonym) {
        return cover(viewer, pseudonym).orElseThrow().opening().state();
    }

    private Optional<Opened> look(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.look(viewer, pseudonym));
    }

    private Optional<Cover> cover(Viewer viewer, Pseudonym pseudonym) {
        return house.tx(SealedCases.class, c -> c.cover(viewer, pseudonym));
    }

    private Revealed reveal(Viewer viewer, Pseudonym pseudonym, Hidden what) {
        return house.tx(SealedCases.class, c -> c.reveal(viewer, pseudonym, what));
    }

    private List<Look> looksOfOthers(Viewer viewer) {
        return house.tx(SealedCases.class, c -> c.looksOfOthers(viewer, 1).looks());
    }

    private int unseen(Viewer viewer) {
        return house.tx(SealedCases.class, c -> c.unseen(viewer));
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

    @Test
    void coverShouldTellADayAndAStageAndNothingElse() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        Cover cover = list(AN).get(0);
        assertThat(cover.received()).isEqualTo(LocalDate.of(2026, 8, 17));
        assertThat(cover.stage()).isEqualTo(SealedStage.RECEIVED);
        assertThat(cover.toString()).doesNotContain("912345678", "H50", "đòi");
        assertThat(pseudonym.hex()).matches("[0-9a-f]{32}");
        assertThat(look(AN, pseudonym)).as("nobody opened it").isEmpty();
    }

    @Test
    void codeInTheWordsShouldBeAsCoveredAsTheOneOfTheCase() {
        Pseudonym pseudonym = Custodians.secret(house, AN, "Hồ sơ H50.15-260814-0012 bị đòi tiền, số ngắn 2608140012");
        openTogether(pseudonym);
        Opened opened = look(AN, pseudonym).orElseThrow();
        assertThat(opened.toString()).contains("bị đòi tiền").doesNotContain("260814", "0012");
        assertThat(opened.dossier()).contains("H50.15-••••••-••••");
        assertThat(reveal(AN, pseudonym, Hidden.DOSSIER).text()).contains("H50.15-260814-0012");
    }

    @Test
    void numbersInTheWordsShouldBeCoveredAndWholeBehindALoggedReveal() {
        Pseudonym pseudonym =
                Custodians.secret(house, AN, "Ông Ất đòi tiền, gọi 0987.654.321 hoặc (0233) 3852 456, stk 1012100456");
        openTogether(pseudonym);
        Opened opened = look(AN, pseudonym).orElseThrow();
        assertThat(opened.words()).singleElement().satisfies(said -> assertThat(said.text())
                .startsWith("Ông Ất đòi tiền, gọi 09•• ••• 321 hoặc 02•• ••• 456, stk "));
        assertThat(opened.numbers()).contains("09•• ••• 321, 02•• ••• 456");
        assertThat(reveal(Custodians.stale(1), pseudonym, Hidden.NUMBERS).text())
                .as("no fresh code")
                .isEmpty();
        assertThat(reveal(AN, pseudonym, Hidden.NUMBERS).text()).contains("0987654321, 02333852456");
        assertThat(looksOfOthers(BINH)).extracting(Look::what).startsWith("numbers-revealed");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTODIAN")
    void everybodyElseShouldMeetTheSameEmptiness(Role role) {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        Viewer other = new Viewer(9, "khac", "Khác", role, Optional.of(new UnitCode("KS-UBND")), true);
        assertThat(list(other)).isEmpty();
        assertThat(cover(other, pseudonym)).isEmpty();
        assertThat(look(other, pseudonym)).isEmpty();
        assertThat(reveal(other, pseudonym, Hidden.PHONE).text()).isEmpty();
        assertThat(looksOfOthers(other)).isEmpty();
        List<Letter> letters = house.tx(SealedDeeds.class, d -> d.letters(other));
        assertThat(letters).isEmpty();
        Map<String, BiFunction<SealedDeeds, Pseudonym, Optional<Reason>>> deeds = Map.of(
                "ask", (d, p) -> d.askToOpen(other, p, WHY),
                "confirm", (d, p) -> d.confirmOpening(other, p),
                "close", (d, p) -> d.close(other, p),
                "summarise",
                        (d, p) -> d.summarise(other, p, Summary.NONE.mark(), new Summary(NEUTRAL, Optional.empty())),
                "propose", (d, p) -> d.propose(other, p, "", new Proposal(new UnitCode("KS-UBND"), Optional.empty())),
                "hand over", (d, p) -> d.confirmHandOver(other, p, "", Optional.empty()),
                "withdraw", (d, p) -> d.withdrawHandOver(other, p),
                "confirm ending", (d, p) -> d.confirmEnding(other, p, ""),
                "ending back", (d, p) -> d.takeEndingBack(other, p),
                "record", (d, p) -> d.record(other, p, new Result(SealedOutcome.GUIDED, NEUTRAL)));
        Pseudonym never = new Pseudonym("0".repeat(32));
        deeds.forEach((name, deed) -> {
            Optional<Reason> real = house.tx(SealedDeeds.class, d -> deed.apply(d, pseudonym));
            assertThat(real).as(name).isEqualTo(house.tx(SealedDeeds.class, d -> deed.apply(d, never)));
            assertThat(real).map(Reason::code).contains("sealed.unknown");
        });
    }

    @Test
    void openingShouldTakeTwoCustodiansEachWithAFreshCode() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refusal(d -> d.askToOpen(Custodians.stale(1), pseudonym, WHY)))
                .contains("sealed.step-up");
        assertThat(refusal(d -> d.askToOpen(AN, pseudonym, "vì"))).contains("sealed.reason");
        assertThat(refusal(d -> d.confirmOpening(BINH, pseudonym))).contains("sealed.not-asked");
        assertThat(refusal(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        assertThat(state(AN, pseudonym)).isEqualTo(State.ASKED_BY_ME);
        assertThat(state(BINH, pseudonym)).isEqualTo(State.ASKED_BY_OTHER);
        assertThat(refusal(d -> d.confirmOpening(AN, pseudonym))).contains("sealed.second-person");
        assertThat(refusal(d -> d.confirmOpening(Custodians.stale(2), pseudonym)))
                .contains("sealed.step-up");
        assertThat(look(AN, pseudonym)).isEmpty();
        assertThat(refusal(d -> d.confirmOpening(BINH, pseudonym))).isEmpty();
        assertThat(look(AN, pseudonym)).isPresent();
        assertThat(look(BINH, pseudonym)).isPresent();
        assertThat(look(CHI, pseudonym)).as("a third one").isEmpty();
        assertThat(state(CHI, pseudonym)).isEqualTo(State.OPEN_TO_OTHERS);
    }

    @Test
    void requestShouldEndAfterADayAndAnOpeningAfterAnHour() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        assertThat(refusal(d -> d.askToOpen(AN, pseudonym, WHY))).isEmpty();
        house.clock().advance(Duration.ofHours(24));
        assertThat(refusal(d -> d.confirmOpening(BINH, pseudonym))).contains("sealed.not-asked");
        openTogether(pseudonym);
        house.clock().advance(Duration.ofMinutes(59));
        assertThat(look(AN, pseudonym)).isPresent();
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(look(AN, pseudonym)).isEmpty();
        assertThat(refusal(
                        d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL, Optional.empty()))))
                .contains("sealed.not-open");
        openTogether(pseudonym);
        assertThat(refusal(d -> d.close(BINH, pseudonym))).isEmpty();
        assertThat(look(AN, pseudonym)).as("closed early for both").isEmpty();
    }

    @Test
    void openedCaseShouldMaskTheDossierAndKeepTheNumberBehindALoggedReveal() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        openTogether(pseudonym);
        Opened opened = look(AN, pseudonym).orElseThrow();
        assertThat(look(Custodians.stale(1), pseudonym)).as("no fresh code").isEmpty();
        assertThat(opened.words()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEqualTo(Custodians.WORDS);
            assertThat(said.on()).isEqualTo(LocalDate.of(2026, 8, 17));
        });
        assertThat(opened.dossier()).contains("H50.15-••••••-••••");
        assertThat(opened.toString()).doesNotContain("912345678", "260814");
        Revealed stale = reveal(Custodians.stale(1), pseudonym, Hidden.PHONE);
        assertThat(stale.refused()).map(Reason::code).contains("sealed.step-up");
        assertThat(reveal(AN, pseudonym, Hidden.PHONE).text()).contains("0912345678");
        assertThat(reveal(AN, pseudonym, Hidden.DOSSIER).text()).contains("H50.15-260814-0012");
        assertThat(unseen(BINH)).isEqualTo(4);
        assertThat(looksOfOthers(BINH))
                .extracting(Look::what)
                .containsExactly("dossier-revealed", "phone-revealed", "read", "asked");
        assertThat(unseen(BINH)).as("reading changes nothing").isEqualTo(4);
        long newest = looksOfOthers(BINH).get(0).number();
        look(AN, pseudonym);
        house.house()
                .get(vn.mscore.hotline.platform.InTransaction.class)
                .run(() -> house.house().get(SealedCases.class).seen(BINH, newest, 4));
        assertThat(unseen(BINH)).as("what came after it is still fresh").isEqualTo(1);
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
    void handOverShouldNeedAnotherPersonAndLeaveOnTheWeeklyDayWithTheSummaryAlone() {
        Pseudonym pseudonym = summarised(Optional.of(new UnitCode("KS-PKT")));
        Proposal proposal = new Proposal(new UnitCode("H50-TTRA"), Optional.empty());
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .contains("sealed.no-proposal");
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), proposal)))
                .isEmpty();
        assertThat(refusal(d -> d.propose(BINH, pseudonym, NAMED.mark(), proposal)))
                .contains("sealed.pending");
        assertThat(refusal(d -> d.summarise(
                        AN, pseudonym, Summary.NONE.mark(), new Summary(NEUTRAL + " Thêm.", Optional.empty()))))
                .as("what is confirmed is what was proposed")
                .contains("sealed.pending");
        assertThat(refusal(d -> d.confirmHandOver(AN, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .contains("sealed.second-person");
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .isEmpty();
        assertThat(letters()).as("Monday").isEmpty();
        house.clock().advance(Duration.ofDays(4));
        Letter letter = letters().get(0);
        List<Letter> unproven = house.tx(SealedDeeds.class, d -> d.letters(Custodians.stale(1)));
        assertThat(unproven).as("no fresh code").isEmpty();
        assertThat(refusal(d -> d.sent(Custodians.stale(1), letter.id())).map(LetterActions::next))
                .as("the code is asked for, then the letters")
                .contains(URI.create("/console/step-up?to=/console/sealed/letters"));
        assertThat(letter.leaves()).as("Friday").isEqualTo(LocalDate.of(2026, 8, 21));
        assertThat(letter.words()).isEqualTo(NEUTRAL);
        assertThat(letter.dossier()).isEqualTo("H50.15-••••••-••••");
        assertThat(letter.toString()).doesNotContain("912345678", "260814", "triệu");
        assertThat(refusal(d -> d.sent(BINH, letter.id()))).isEmpty();
        openTogether(pseudonym);
        assertThat(refusal(d -> d.withdrawHandOver(AN, pseudonym)))
                .as("it has left")
                .contains("sealed.no-proposal");
        assertThat(letters()).isEmpty();
    }

    private List<Letter> letters() {
        return house.tx(SealedDeeds.class, d -> d.letters(AN));
    }

    @ParameterizedTest(name = "row 147: to {0}")
    @org.junit.jupiter.params.provider.CsvSource({
        "KS-PKT, sealed.conflict.accused",
        "KS-UBND, sealed.conflict.above",
        "H50, sealed.conflict.above",
        "KS-PKT-TO1, sealed.conflict.below",
        "KS-TTPVHCC, sealed.conflict.one-stop"
    })
    void officeOfTheAccusedShouldBeBlockedUnlessTwoPersonsSayWhy(String unit, String code) {
        Pseudonym pseudonym = summarised(Optional.of(new UnitCode("KS-PKT")));
        Proposal bare = new Proposal(new UnitCode(unit), Optional.empty());
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), bare))).contains(code);
        assertThat(house.count("sealed_look where what = 'blocked'")).isEqualTo(1);
        Proposal insisted = new Proposal(new UnitCode(unit), Optional.of("Thường trực HĐND đã thống nhất"));
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), insisted)))
                .isEmpty();
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .contains("sealed.override");
        assertThat(refusal(d -> d.confirmHandOver(
                        BINH, pseudonym, proposalRead(pseudonym), Optional.of("Đồng ý theo thông báo số 3"))))
                .isEmpty();
    }

    @Test
    void trailShouldLearnThatAReasonWasGivenAndNotWhich() {
        Pseudonym pseudonym = summarised(Optional.of(new UnitCode("KS-PKT")));
        Proposal proposal = new Proposal(new UnitCode("KS-PKT"), Optional.empty());
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), proposal)))
                .isPresent();
        assertThat(house.count("audit_line where deed = 'sealed.asked' and reason = 'given'"))
                .isEqualTo(1);
        assertThat(house.count("audit_line where deed like 'sealed.%' and reason not in ('', 'given')"))
                .isZero();
    }

    @Test
    void letterShouldStayWhenAnOfficeWasPutUnderTheAccusedMeanwhile() {
        Pseudonym pseudonym = summarised(Optional.of(new UnitCode("KS-PKT")));
        Proposal proposal = new Proposal(new UnitCode("H50-TTRA"), Optional.empty());
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), proposal)))
                .isEmpty();
        assertThat(refusal(d -> d.confirmHandOver(BINH, pseudonym, proposalRead(pseudonym), Optional.empty())))
                .isEmpty();
        house.clock().advance(Duration.ofDays(4));
        house.sql("update unit set parent = 'KS-PKT' where code = 'H50-TTRA'");
        Letter letter = letters().get(0);
        assertThat(letter.kept()).isPresent();
        assertThat(refusal(d -> d.sent(AN, letter.id()))).contains("sealed.conflict.below");
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whileNobodyIsNamedNoOfficeShouldGetIt() {
        Pseudonym pseudonym = summarised(Optional.empty());
        Proposal proposal = new Proposal(new UnitCode("H50-TTRA"), Optional.empty());
        assertThat(refusal(d -> d.propose(AN, pseudonym, new Summary(NEUTRAL, Optional.empty()).mark(), proposal)))
                .contains("sealed.conflict.unnamed");
    }

    @Test
    void receiptCodeShouldOpenTheWayBackFromAnyPhoneUntilTwentyFiveWrongOnesADay() {
        Pseudonym pseudonym = Custodians.secret(house, AN);
        Optional<String> closed = house.tx(SealedDeeds.class, d -> d.newReceipt(AN, pseudonym));
        assertThat(closed).as("not opened").isEmpty();
        openTogether(pseudonym);
        Optional<String> made = house.tx(SealedDeeds.class, d -> d.newReceipt(AN, pseudonym));
        String code = made.orElseThrow();
        TicketNumber ticket = new TicketNumber(look(AN, pseudonym).orElseThrow().ticket());
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        assertThat(addText(ticket, wrong)).isFalse();
        assertThat(addText(TicketNumber.of(26, 4711), code)).isFalse();
        assertThat(addText(ticket, code)).isTrue();
        assertThat(look(AN, pseudonym).orElseThrow().words()).hasSize(2);
        house.clock().advance(Duration.ofHours(12));
        for (int i = 0; i < 24; i++) {
            assertThat(addText(ticket, wrong)).isFalse();
        }
        assertThat(addText(ticket, code)).as("locked").isFalse();
        house.clock().advance(Duration.ofHours(12));
        assertThat(addText(ticket, code)).as("a day later").isTrue();
        openTogether(pseudonym);
        house.tx(SealedDeeds.class, d -> d.newReceipt(AN, pseudonym));
        assertThat(addText(ticket, code)).as("the old one").isFalse();
    }

    private boolean addText(TicketNumber ticket, String code) {
        return house.tx(SealedReceipts.class, r -> r.addText(ticket, code, "them mot viec", "sms:9:modem"));
    }

    @Test
    void ordinaryTicketThatBecomesSecretShouldGetAPseudonymAtOnce() {
        house.feedback(Custodians.LAN, "duong o ga");
        assertThat(list(AN)).isEmpty();
        house.register(Custodians.LAN, ComplaintKind.DENUNCIATION, "duong o ga");
        assertThat(list(AN)).hasSize(1);
        assertThat(house.count("complaint")).isEqualTo(1);
    }
}
