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
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.HandedOver;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** A denunciation under its law: guided to the signed paper, decided anew from its day, verified within the term. */
class SealedPaperIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);
    private static final UnitCode INSPECTORATE = new UnitCode("H50-TTRA");

    private CaseHouse house;
    private Pseudonym report;

    @BeforeEach
    void open() {
        house = Custodians.house();
        house.unit(new UnitCode("H50"), Optional.empty());
        house.unit(INSPECTORATE, Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-UBND"), Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-PKT"), Optional.of(new UnitCode("KS-UBND")));
        report = Custodians.secret(house, AN);
        openTogether();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void openTogether() {
        done(d -> d.askToOpen(AN, report, WHY));
        done(d -> d.confirmOpening(BINH, report));
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        assertThat(house.tx(SealedDeeds.class, deed).map(Reason::code)).isEmpty();
    }

    private String noted(Function<SealedPapers, Optional<Reason>> deed) {
        return house.tx(SealedPapers.class, deed).map(Reason::code).orElse("done");
    }

    private SealedCases.Opened look(Viewer viewer) {
        Optional<SealedCases.Opened> opened = house.tx(SealedCases.class, cases -> cases.look(viewer, report));
        return opened.orElseThrow();
    }

    private List<SealedPapers.Noted> notes(Viewer viewer) {
        return house.tx(SealedPapers.class, papers -> papers.of(viewer, report).notes());
    }

    private SealedPapers.Papers papers() {
        return house.tx(SealedPapers.class, papers -> papers.of(AN, report));
    }

    private Optional<SealedPapers.Sheet> sheet(Viewer viewer) {
        return house.tx(SealedPapers.class, papers -> papers.sheet(viewer, report));
    }

    private String due() {
        Optional<SealedCases.Cover> seen = house.tx(SealedCases.class, cases -> cases.cover(AN, report));
        return seen.flatMap(cover -> cover.signs().due())
                .map(due -> due.step() + " " + due.day())
                .orElse("nothing");
    }

    private void read() {
        look(AN);
    }

    private void letterLeaves() {
        done(d -> d.summarise(AN, report, Summary.NONE.mark(), Custodians.NAMED));
        done(d -> d.propose(AN, report, Custodians.NAMED.mark(), new Proposal(INSPECTORATE, Optional.empty())));
        String mark = HandedOver.markOf(INSPECTORATE, NEUTRAL, Optional.empty());
        done(d -> d.confirmHandOver(BINH, report, mark, Optional.empty()));
        house.clock().advance(Duration.ofDays(4));
        long letter = house.tx(SealedDeeds.class, d -> d.letters(AN)).get(0).id();
        done(d -> d.sent(AN, letter));
        openTogether();
    }

    @Test
    void guidanceAppointmentAndPaperAreNotedForCustodiansAlone() {
        assertThat(noted(p -> p.guided(AN, report))).isEqualTo("done");
        assertThat(noted(p -> p.booked(AN, report, MONDAY.plusDays(1), "08:30, phòng tiếp công dân")))
                .isEqualTo("done");
        assertThat(noted(p -> p.received(BINH, report, MONDAY.minusDays(3)))).isEqualTo("done");
        assertThat(notes(AN))
                .extracting(one -> one.step() + " " + one.on() + " " + one.words() + " " + one.by())
                .containsExactly(
                        "GUIDED 2026-08-17  Giữ khóa 1",
                        "BOOKED 2026-08-18 08:30, phòng tiếp công dân Giữ khóa 1",
                        "PAPER 2026-08-14  Giữ khóa 2");
        assertThat(notes(CHI)).isEmpty();
        assertThat(notes(Custodians.stale(1))).isEmpty();
        assertThat(noted(p -> p.guided(CHI, report))).isEqualTo("sealed.not-open");
        assertThat(noted(p -> p.guided(Custodians.stale(1), report))).isEqualTo("sealed.step-up");
        Viewer operator = CaseHouse.viewer("minh", Role.OPERATOR, Optional.empty());
        assertThat(noted(p -> p.guided(operator, report))).isEqualTo("sealed.unknown");
    }

    @Test
    void aDayThatCannotBeIsRefused() {
        assertThat(noted(p -> p.received(AN, report, MONDAY.plusDays(1)))).isEqualTo("sealed.paper-day");
        assertThat(noted(p -> p.received(AN, report, MONDAY.minusYears(1)))).isEqualTo("sealed.paper-day");
        assertThat(noted(p -> p.booked(AN, report, MONDAY.minusDays(1), "sáng")))
                .isEqualTo("sealed.meeting");
        assertThat(noted(p -> p.booked(AN, report, MONDAY.plusDays(6), "sáng")))
                .as("a Sunday")
                .isEqualTo("sealed.meeting");
        assertThat(noted(p -> p.booked(AN, report, MONDAY, " "))).isEqualTo("sealed.meeting");
        assertThat(noted(p -> p.extended(AN, report, 0, "cần giám định thêm"))).isEqualTo("sealed.no-term");
    }

    @Test
    void theTermToDecideBeginsAnewWithThePaperAndTheLaterNoteCounts() {
        read();
        assertThat(due()).isEqualTo("DECIDE 2026-08-25");
        house.clock().advance(Duration.ofDays(2));
        openTogether();
        noted(p -> p.received(AN, report, MONDAY.plusDays(2)));
        assertThat(due()).isEqualTo("DECIDE 2026-08-27");
        noted(p -> p.received(AN, report, MONDAY.plusDays(1)));
        assertThat(due()).isEqualTo("DECIDE 2026-08-26");
    }

    @Test
    void whoVerifiesHasThirtyDaysAndTwiceThirtyMore() {
        read();
        letterLeaves();
        assertThat(due()).as("the letter left on Friday").isEqualTo("SETTLE 2026-09-21");
        assertThat(noted(p -> p.extended(AN, report, 0, "ngắn"))).isEqualTo("sealed.reason");
        assertThat(noted(p -> p.extended(AN, report, 0, "cần giám định thêm"))).isEqualTo("done");
        assertThat(noted(p -> p.extended(BINH, report, 0, "cần giám định thêm")))
                .as("who did not read that it was extended")
                .isEqualTo("sealed.changed");
        assertThat(due()).isEqualTo("SETTLE 2026-10-20");
        assertThat(noted(p -> p.extended(BINH, report, 1, "vụ việc đặc biệt phức tạp")))
                .isEqualTo("done");
        assertThat(noted(p -> p.extended(AN, report, 2, "vẫn chưa xong được"))).isEqualTo("sealed.extended");
        done(d -> d.record(AN, report, new Result(SealedOutcome.CONFIRMED, "Có cơ sở một phần")));
        String read = look(BINH).ending().orElseThrow().mark();
        done(d -> d.confirmEnding(BINH, report, read));
        assertThat(due()).isEqualTo("nothing");
        assertThat(noted(p -> p.received(AN, report, MONDAY))).isEqualTo("sealed.closed");
    }

    @Test
    void aPaperAfterTheLetterIsDecidedAnew() {
        read();
        letterLeaves();
        noted(p -> p.received(AN, report, MONDAY.plusDays(4)));
        assertThat(due()).isEqualTo("DECIDE 2026-09-03");
    }

    @Test
    void aDayPutRightAfterTheLetterChangesNoTermOfTheLetter() {
        read();
        noted(p -> p.received(AN, report, MONDAY));
        letterLeaves();
        assertThat(due()).isEqualTo("SETTLE 2026-09-21");
        noted(p -> p.received(AN, report, MONDAY.minusDays(3)));
        assertThat(due()).isEqualTo("SETTLE 2026-09-21");
        assertThat(noted(p -> p.extended(AN, report, 2, "cần giám định thêm"))).isEqualTo("done");
        assertThat(papers().mayBeExtended()).as("a second time").isTrue();
        noted(p -> p.received(AN, report, MONDAY));
        assertThat(due()).isEqualTo("SETTLE 2026-10-20");
    }

    @Test
    void aPaperThatWasNotedByMistakeIsTakenBack() {
        read();
        letterLeaves();
        assertThat(noted(p -> p.notReceived(BINH, report))).isEqualTo("sealed.no-paper");
        noted(p -> p.received(AN, report, MONDAY.plusDays(4)));
        assertThat(due()).isEqualTo("DECIDE 2026-09-03");
        noted(p -> p.guided(AN, report));
        assertThat(papers().received()).as("whatever was noted since").isTrue();
        assertThat(noted(p -> p.notReceived(BINH, report))).isEqualTo("done");
        assertThat(papers().received()).isFalse();
        assertThat(noted(p -> p.notReceived(AN, report))).isEqualTo("sealed.no-paper");
        assertThat(due()).isEqualTo("SETTLE 2026-09-21");
    }

    @Test
    void aLetterProposedBeforeThePaperDoesNotAnswerIt() {
        read();
        done(d -> d.summarise(AN, report, Summary.NONE.mark(), Custodians.NAMED));
        done(d -> d.propose(AN, report, Custodians.NAMED.mark(), new Proposal(INSPECTORATE, Optional.empty())));
        done(d -> d.confirmHandOver(
                BINH, report, HandedOver.markOf(INSPECTORATE, NEUTRAL, Optional.empty()), Optional.empty()));
        noted(p -> p.received(AN, report, MONDAY));
        house.clock().advance(Duration.ofDays(4));
        long letter = house.tx(SealedDeeds.class, d -> d.letters(AN)).get(0).id();
        done(d -> d.sent(AN, letter));
        assertThat(due()).isEqualTo("DECIDE 2026-08-25");
    }

    @Test
    void theDayOfAnAppointmentIsSealed() {
        noted(p -> p.booked(AN, report, MONDAY.plusDays(2), "08:30, phòng tiếp công dân"));
        assertThat(house.house().schema().column("select on_day from sealed_paper"))
                .containsExactly("2026-08-17");
    }

    @Test
    void printingThePaperReadsNothing() {
        assertThat(sheet(AN)).isPresent();
        assertThat(due()).isEqualTo("LOOK 2026-08-18");
    }

    @Test
    void numbersAndCodesInHisWordsStayCoveredOnPaper() {
        boolean added = house.tx(
                RegisterComplaint.class,
                r -> r.addText(
                        ticketOfReport(),
                        Custodians.LAN,
                        "gọi tôi 0987 111 222, hồ sơ H50.15-260814-0012",
                        "sms:2:modem"));
        assertThat(added).isTrue();
        assertThat(sheet(AN).orElseThrow().said())
                .last()
                .asString()
                .contains("gọi tôi")
                .doesNotContain("111", "0012");
    }

    private TicketNumber ticketOfReport() {
        return new TicketNumber(
                house.house().schema().column("select ticket from complaint").get(0));
    }

    @Test
    void thePaperToSignNamesTheOfficeAndCoversNumbers() {
        done(d -> d.summarise(AN, report, Summary.NONE.mark(), Custodians.NAMED));
        SealedPapers.Sheet sheet = sheet(AN).orElseThrow();
        assertThat(sheet.against()).contains("KS-PKT");
        assertThat(sheet.said()).containsExactly(Custodians.WORDS);
        assertThat(sheet.untyped()).isFalse();
        assertThat(sheet(CHI)).isEmpty();
        assertThat(house.house().schema().column("select what from sealed_look where what = 'paper-sheet'"))
                .hasSize(1);
    }
}
