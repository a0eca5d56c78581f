package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.LAN;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Listed;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Looks;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedDeeds.Letter;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The list of the custodians: every case can be reached, and what presses comes first. */
class SealedListIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = Custodians.house();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber report(String words) {
        Registered made = house.register(LAN, ComplaintKind.DENUNCIATION, words);
        return made.ticket();
    }

    private Listed page(int page) {
        return house.tx(SealedCases.class, cases -> cases.list(AN, page));
    }

    private List<Cover> list() {
        return page(1).covers();
    }

    private Pseudonym of(LocalDate received) {
        return list().stream()
                .filter(cover -> cover.received().equals(received))
                .findFirst()
                .orElseThrow()
                .pseudonym();
    }

    private Cover cover(Pseudonym pseudonym) {
        Optional<Cover> cover = house.tx(SealedCases.class, cases -> cases.cover(AN, pseudonym));
        return cover.orElseThrow();
    }

    private Opened look(Pseudonym pseudonym) {
        Optional<Opened> opened = house.tx(SealedCases.class, cases -> cases.look(BINH, pseudonym));
        return opened.orElseThrow();
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        Optional<Reason> refused = house.tx(SealedDeeds.class, deed);
        assertThat(refused).isEmpty();
    }

    private void openTogether(Pseudonym pseudonym) {
        done(d -> d.askToOpen(AN, pseudonym, WHY));
        done(d -> d.confirmOpening(BINH, pseudonym));
    }

    private void finish(Pseudonym pseudonym) {
        openTogether(pseudonym);
        done(d -> d.record(AN, pseudonym, new Result(SealedOutcome.GUIDED, "Đã hướng dẫn gửi đơn")));
        String read = look(pseudonym).ending().orElseThrow().mark();
        done(d -> d.confirmEnding(BINH, pseudonym, read));
        done(d -> d.close(AN, pseudonym));
    }

    private void more(TicketNumber ticket, String words) {
        boolean added =
                house.tx(RegisterComplaint.class, register -> register.addText(ticket, LAN, words, "sms:2:modem"));
        assertThat(added).isTrue();
    }

    @Test
    void everyOneOfTwoHundredAndOneCasesShouldBeReachedPageByPage() {
        for (int i = 1; i <= 201; i++) {
            report("ông ấy đòi tiền lần thứ " + i);
        }
        Set<Pseudonym> found = new HashSet<>();
        for (int i = 1; i <= 5; i++) {
            Listed page = page(i);
            page.covers().forEach(cover -> assertThat(found.add(cover.pseudonym()))
                    .as("on one page")
                    .isTrue());
            assertThat(page.more()).as("after page %d", i).isEqualTo(i < 5);
        }
        assertThat(found).hasSize(201);
        assertThat(page(6)).isEqualTo(new Listed(List.of(), false));
    }

    @Test
    void theOldestUnfinishedShouldComeFirstAndTheFinishedLast() {
        report("ông ấy đòi tiền lần một");
        house.clock().advance(DAY);
        report("ông ấy đòi tiền lần hai");
        house.clock().advance(DAY);
        report("ông ấy đòi tiền lần ba");
        assertThat(list()).extracting(Cover::received).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        finish(of(MONDAY));
        assertThat(list()).extracting(Cover::received).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY);
        finish(of(MONDAY.plusDays(1)));
        assertThat(list()).extracting(Cover::received).containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(1), MONDAY);
    }

    @Test
    void evidenceThatComesAfterTheEndShouldOpenTheWorkAgainUntilItIsRead() {
        TicketNumber ticket = report("ông ấy đòi tiền lần một");
        house.clock().advance(DAY);
        report("ông ấy đòi tiền lần hai");
        Pseudonym first = of(MONDAY);
        finish(first);
        assertThat(cover(first).signs().newWords()).isFalse();
        more(ticket, "tôi có ghi âm làm chứng cứ");
        assertThat(cover(first).signs().newWords())
                .as("seconds after it was read")
                .isTrue();
        assertThat(cover(first).stage()).isEqualTo(SealedStage.CLOSED);
        assertThat(list())
                .extracting(Cover::pseudonym)
                .as("unfinished, and older")
                .startsWith(first);
        openTogether(first);
        assertThat(cover(first).signs().newWords()).as("opened, not read").isTrue();
        assertThat(look(first).cover().signs().newWords())
                .as("told to who reads")
                .isTrue();
        assertThat(cover(first).signs().newWords()).isFalse();
        assertThat(list()).extracting(Cover::pseudonym).endsWith(first);
    }

    @Test
    void whatNobodyHasReadYetShouldHaveNoNewWords() {
        TicketNumber ticket = report("ông ấy đòi tiền lần một");
        more(ticket, "lần hai cũng đòi");
        assertThat(list())
                .singleElement()
                .satisfies(cover -> assertThat(cover.signs().newWords()).isFalse());
    }

    private String due(Pseudonym pseudonym) {
        return cover(pseudonym)
                .signs()
                .due()
                .map(due -> due.step() + " " + due.day() + (due.late() ? " late" : ""))
                .orElse("");
    }

    @Test
    void theListShouldTellByWhichDayCustodiansOweWhat() {
        house.unit(new UnitCode("H50-TTRA"), Optional.empty());
        house.unit(new UnitCode("KS-PKT"), Optional.empty());
        TicketNumber ticket = report("ông ấy đòi tiền lần một");
        Pseudonym pseudonym = of(MONDAY);
        assertThat(due(pseudonym)).isEqualTo("LOOK 2026-08-18");
        house.clock().advance(DAY.multipliedBy(2));
        assertThat(due(pseudonym)).isEqualTo("LOOK 2026-08-18 late");
        openTogether(pseudonym);
        look(pseudonym);
        assertThat(due(pseudonym)).isEqualTo("DECIDE 2026-08-25");
        Summary summary = new Summary(Custodians.NEUTRAL, Optional.of(new UnitCode("KS-PKT")));
        done(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), summary));
        done(d -> d.propose(AN, pseudonym, summary.mark(), new Proposal(new UnitCode("H50-TTRA"), Optional.empty())));
        assertThat(due(pseudonym)).isEqualTo("DECIDE 2026-08-25");
        String read = look(pseudonym).handedOver().get(0).mark();
        done(d -> d.confirmHandOver(BINH, pseudonym, read, Optional.empty()));
        assertThat(due(pseudonym)).isEqualTo("FORWARD 2026-08-25");
        house.clock().advance(DAY.multipliedBy(2));
        List<Letter> letters = house.tx(SealedDeeds.class, d -> d.letters(AN));
        done(d -> d.sent(AN, letters.get(0).id()));
        assertThat(due(pseudonym)).as("the others' turn").isEqualTo("SETTLE 2026-09-21");
        more(ticket, "tôi có ghi âm làm chứng cứ");
        assertThat(due(pseudonym)).as("to be read on the swapped Saturday").isEqualTo("LOOK 2026-08-22");
    }

    @Test
    void dangerToLifeShouldBeMarkedAndComeFirstWhileItIsUnfinished() {
        report("ông ấy đòi tiền lần một");
        house.clock().advance(DAY);
        report("ông ấy đòi tiền, dọa giết tôi");
        assertThat(list()).extracting(cover -> cover.signs().urgent()).containsExactly(true, false);
        assertThat(due(of(MONDAY.plusDays(1)))).as("the same day").isEqualTo("LOOK 2026-08-18");
        Pseudonym urgent = of(MONDAY.plusDays(1));
        finish(urgent);
        assertThat(list()).extracting(cover -> cover.signs().urgent()).containsExactly(false, true);
    }

    @Test
    void dangerThatIsToldLaterShouldBringAFinishedCaseToTheTop() {
        TicketNumber ticket = report("ông ấy đòi tiền lần một");
        Pseudonym pseudonym = of(MONDAY);
        finish(pseudonym);
        house.clock().advance(DAY);
        report("ông ấy đòi tiền lần hai");
        more(ticket, "giờ ông ấy dọa giết tôi");
        assertThat(list().get(0).pseudonym()).isEqualTo(pseudonym);
        assertThat(list().get(0).signs().urgent()).isTrue();
        assertThat(list().get(0).signs().newWords()).isTrue();
    }

    private Looks looks(int page) {
        return house.tx(SealedCases.class, cases -> cases.looksOfOthers(AN, page));
    }

    private int unseenAfter(Looks page, int shown) {
        long newest = page.looks().get(0).number();
        return house.tx(SealedCases.class, cases -> {
            cases.seen(AN, newest, shown);
            return cases.unseen(AN);
        });
    }

    @Test
    void looksThatNoPageShowedShouldStayUnseen() {
        report(Custodians.WORDS);
        house.sql(
                "insert into sealed_look (id, complaint_id, account, name, what, at)"
                        + " select seq, (select complaint_id from sealed_case), 2, 'Giữ khóa 2', 'read', now(6) from seq_1_to_250");
        assertThat(looks(1).looks()).hasSize(100);
        assertThat(looks(1).olderUnseen()).isEqualTo(150);
        assertThat(unseenAfter(looks(1), 100)).as("150 before them").isEqualTo(250);
        Looks oldest = looks(0);
        assertThat(oldest.page()).isEqualTo(3);
        assertThat(oldest.looks())
                .extracting(Look::number)
                .hasSize(50)
                .startsWith(50L)
                .endsWith(1L);
        assertThat(oldest.more() || oldest.olderUnseen() > 0).isFalse();
        assertThat(unseenAfter(oldest, 50)).isEqualTo(200);
        assertThat(looks(0).page()).isEqualTo(2);
        assertThat(unseenAfter(looks(0), 99)).as("one came in between").isEqualTo(200);
        assertThat(unseenAfter(looks(0), 100)).isEqualTo(100);
        assertThat(unseenAfter(looks(0), 100)).isZero();
        assertThat(looks(0).page()).isEqualTo(1);
    }
}
