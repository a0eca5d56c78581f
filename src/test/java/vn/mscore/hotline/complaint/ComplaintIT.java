package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

class ComplaintIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");

    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-14T09:30");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void scenario6TenWorkingDaysOverTetShouldEndOnTheFifthOfMarch() {
        house.clock().set(CaseHouse.vietnam("2026-02-12T10:00"));
        Registered registered = house.register(LAN, ComplaintKind.UNCLASSIFIED, "toi muon hoi mot viec");
        assertThat(registered.due()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void sureCategoryShouldSetThePromiseAndAnUnsureOneTheLawsTenDays() {
        assertThat(house.register(LAN, ComplaintKind.FEEDBACK, "ho so qua han roi")
                        .due())
                .as("3 working days")
                .isEqualTo(LocalDate.of(2026, 8, 19));
        assertThat(house.register(LAN, ComplaintKind.FEEDBACK, "viec nay la the nao")
                        .due())
                .as("10 working days; Saturday 22 August is a working day")
                .isEqualTo(house.workingDays(10));
        assertThat(house.register(LAN, ComplaintKind.COMPLAINT, "khong dong y quyet dinh")
                        .due())
                .as("guidance in 2")
                .isEqualTo(LocalDate.of(2026, 8, 18));
    }

    @Test
    void ownerShouldSeeTheTicketAndStrangersNothing() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        assertThat(house.status(ticket, LAN)).map(ComplaintStatus.View::state).contains(ComplaintStatus.State.MOI);
        assertThat(house.status(ticket, MINH)).isEmpty();
        assertThat(house.status(TicketNumber.of(26, 4711), LAN)).isEmpty();
    }

    @Test
    void row27SameWordsWithinADayShouldJoinTheTicketWithOneReceipt() {
        Registered first = house.register(LAN, ComplaintKind.FEEDBACK, "Đường hư hỏng, ổ gà!");
        house.clock().advance(Duration.ofSeconds(5));
        Registered again = house.register(LAN, ComplaintKind.FEEDBACK, "duong hu hong  o ga");
        assertThat(again.ticket()).isEqualTo(first.ticket());
        assertThat(again.duplicate()).isTrue();
        assertThat(house.facts(ComplaintRegistered.class)).hasSize(1);
        assertThat(house.count("complaint_words")).isEqualTo(2);
        assertThat(house.register(MINH, ComplaintKind.FEEDBACK, "duong hu hong o ga")
                        .duplicate())
                .isFalse();
        house.clock().advance(Duration.ofHours(24));
        assertThat(house.register(LAN, ComplaintKind.FEEDBACK, "duong hu hong o ga")
                        .duplicate())
                .isFalse();
    }

    @Test
    void row33FloodShouldBecomeOneTicketWithEveryWordKept() {
        TicketNumber ticket = house.feedback(LAN, "tin so khong");
        for (int i = 1; i <= 20; i++) {
            Registered more = house.flood(LAN, "tin so " + i);
            assertThat(more.ticket()).isEqualTo(ticket);
            assertThat(more.duplicate()).isTrue();
        }
        assertThat(house.count("complaint")).isEqualTo(1);
        assertThat(house.count("complaint_words")).isEqualTo(21);
        assertThat(house.count("complaint where repeats = 20")).isEqualTo(1);
        assertThat(house.flood(MINH, "tin so 1").duplicate()).isFalse();
    }

    @Test
    void moreTextShouldJoinOnlyTheOwnersTicket() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        assertThat(more(ticket, MINH, "toi cung thay")).isFalse();
        assertThat(more(ticket, LAN, "da 3 thang")).isTrue();
        assertThat(house.count("complaint_words")).isEqualTo(2);
    }

    private boolean more(TicketNumber ticket, PhoneNumber phone, String text) {
        return house.tx(RegisterComplaint.class, r -> r.addText(ticket, phone, text, "more"));
    }

    @Test
    void knShouldBecomeWhatTheCitizenSays() {
        TicketNumber ticket = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec thu hoi dat")
                .ticket();
        assertThat(house.feed()).as("not decided, not shown").isEmpty();
        assertThat(decide(ticket, MINH, ComplaintKind.COMPLAINT)).isFalse();
        assertThat(decide(ticket, LAN, ComplaintKind.FEEDBACK)).isFalse();
        assertThat(decide(ticket, LAN, ComplaintKind.COMPLAINT)).isTrue();
        assertThat(house.status(ticket, LAN)).map(ComplaintStatus.View::due).contains(LocalDate.of(2026, 8, 18));
        assertThat(house.feed()).as("a person has not classified it").isEmpty();
        house.sql("update complaint set classified = true");
        assertThat(house.feed()).extracting(ComplaintFeed.Item::kind).containsExactly(ComplaintKind.COMPLAINT);
    }

    @Test
    void citizensChoiceShouldStandWhateverTheDeskMadeOfItMeanwhile() {
        house.unit(COMMUNE, Optional.empty());
        TicketNumber sorted = sortedKn("ve viec thu hoi dat");
        assertThat(decide(sorted, LAN, ComplaintKind.COMPLAINT)).isTrue();
        assertThat(rows(sorted)).isEqualTo("COMPLAINT KNAI PHAN_LOAI - 2026-08-18");
        assertThat(
                        house.count(
                                "complaint_event where deed = 'classify' and actor = 'citizen' and note = 'SUGGESTION DDAI > COMPLAINT KNAI'"))
                .isEqualTo(1);

        TicketNumber waiting = sortedKn("ve viec cap so do");
        assertThat(route(waiting)).isEmpty();
        assertThat(decide(waiting, LAN, ComplaintKind.COMPLAINT)).isTrue();
        TicketNumber routed = sortedKn("ve viec chia dat");
        assertThat(route(routed)).isEmpty();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(rows(routed)).startsWith("SUGGESTION DDAI DA_CHUYEN KS-UBND");
        assertThat(rows(waiting)).as("what waited does not happen").isEqualTo("COMPLAINT KNAI PHAN_LOAI - 2026-08-18");
        assertThat(decide(routed, LAN, ComplaintKind.COMPLAINT)).isTrue();
        assertThat(rows(routed)).as("the desk guides").isEqualTo("COMPLAINT KNAI PHAN_LOAI - 2026-08-18");
    }

    @Test
    void choiceOfASuggestionDropsNothingThatWaits() {
        house.unit(COMMUNE, Optional.empty());
        TicketNumber waiting = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec cap so do")
                .ticket();
        sort().classify(house.grip(HOA, waiting), ComplaintKind.FEEDBACK, "DDAI");
        assertThat(route(waiting)).isEmpty();
        assertThat(decide(waiting, LAN, ComplaintKind.SUGGESTION)).isTrue();
        assertThat(rows(waiting)).startsWith("SUGGESTION DDAI PHAN_LOAI -");
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(rows(waiting)).startsWith("SUGGESTION DDAI DA_CHUYEN KS-UBND");
    }

    /** Guidance has its two days from the day of the word. */
    @Test
    void choiceOfAKnAfterAPauseCountsThePauseOnce() {
        house.unit(COMMUNE, Optional.empty());
        TicketNumber suggestion = pausedKn("ve viec thu hoi dat");
        TicketNumber complaint = pausedKn("ve viec cap so do");
        TicketNumber still = pausedKn("ve viec chia dat");
        TicketNumber open = pausedKn("ve viec tach thua");
        house.clock().advance(Duration.ofDays(4));
        resume(suggestion);
        resume(complaint);
        String before = rows(suggestion);
        assertThat(decide(suggestion, LAN, ComplaintKind.SUGGESTION)).isTrue();
        assertThat(decide(still, LAN, ComplaintKind.SUGGESTION)).isTrue();
        assertThat(rows(suggestion)).isEqualTo(before.replace("FEEDBACK", "SUGGESTION"));
        assertThat(rows(still)).isEqualTo(rows(suggestion));
        String guided = "COMPLAINT KNAI PHAN_LOAI - " + house.workingDays(2);
        assertThat(decide(complaint, LAN, ComplaintKind.COMPLAINT)).isTrue();
        assertThat(rows(complaint)).isEqualTo(guided);
        assertThat(decide(open, LAN, ComplaintKind.COMPLAINT)).isTrue();
        house.clock().advance(Duration.ofDays(1));
        assertThat(paused(open)).as("the clock of guidance runs").isEqualTo("0");
        assertThat(rows(open)).isEqualTo(guided);
    }

    @Test
    void guidanceKeepsTheDayTheCitizenWasToldWhenTheDeskSortsItAfterHisChoice() {
        TicketNumber ticket = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec thu hoi dat")
                .ticket();
        house.clock().advance(Duration.ofDays(3));
        LocalDate told = house.workingDays(2);
        assertThat(decide(ticket, LAN, ComplaintKind.COMPLAINT)).isTrue();
        house.clock().advance(Duration.ofDays(1));
        for (int time = 0; time < 2; time++) {
            assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.COMPLAINT, "KNAI")
                            .isDone())
                    .isTrue();
            assertThat(rows(ticket)).isEqualTo("COMPLAINT KNAI PHAN_LOAI - " + told);
        }
        assertThat(house.house().schema().column("select answer_from from complaint"))
                .as("as the calendar counts it again")
                .containsExactly("2026-08-17");
    }

    @Test
    void pauseOfAKhieuNaiGoesOnWhenItIsSortedAgainAndIsCountedOnce() {
        TicketNumber ticket = house.register(LAN, ComplaintKind.COMPLAINT, "khong dong y quyet dinh")
                .ticket();
        sort().classify(house.grip(HOA, ticket), ComplaintKind.COMPLAINT, "KNAI");
        pause(ticket);
        house.clock().advance(Duration.ofDays(4));
        assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.COMPLAINT, "KNAI")
                        .isDone())
                .isTrue();
        assertThat(paused(ticket)).as("sorted again").isEqualTo("1");
        house.clock().advance(Duration.ofDays(1));
        resume(ticket);
        String once = "COMPLAINT KNAI PHAN_LOAI - 2026-08-21";
        assertThat(rows(ticket)).as("three working days more than 18 August").isEqualTo(once);
        assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.COMPLAINT, "KNAI")
                        .isDone())
                .isTrue();
        assertThat(rows(ticket)).as("and after its end").isEqualTo(once);
        assertThat(paused(ticket)).isEqualTo("0");
    }

    private String paused(TicketNumber ticket) {
        return house.house()
                .schema()
                .column("select paused from complaint where ticket = '" + ticket + "'")
                .get(0);
    }

    private TicketNumber pausedKn(String words) {
        TicketNumber ticket = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, words)
                .ticket();
        assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
        pause(ticket);
        return ticket;
    }

    private void pause(TicketNumber ticket) {
        assertThat(house.house()
                        .get(CaseTime.class)
                        .pause(house.grip(HOA, ticket), "Chờ bản đồ")
                        .isDone())
                .isTrue();
    }

    private void resume(TicketNumber ticket) {
        assertThat(house.house()
                        .get(CaseTime.class)
                        .resume(house.grip(HOA, ticket))
                        .isDone())
                .isTrue();
    }

    @Test
    void citizensChoiceShouldMoveNoMoreThanItSays() {
        house.unit(COMMUNE, Optional.empty());
        TicketNumber fresh = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec thu hoi dat")
                .ticket();
        for (int time = 0; time < 2; time++) {
            assertThat(decide(fresh, LAN, ComplaintKind.COMPLAINT)).isTrue();
            assertThat(rows(fresh)).isEqualTo("COMPLAINT KNAI MOI - 2026-08-18");
        }
        String said = "complaint_event where deed = 'classify' and actor = 'citizen'";
        assertThat(house.count(said)).as("said twice, done once").isEqualTo(1);
        TicketNumber routed = sortedKn("ve viec chia dat");
        assertThat(route(routed)).isEmpty();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        house.sql("update complaint set kind = 'COMPLAINT' where ticket = '" + routed + "'");
        assertThat(decide(routed, LAN, ComplaintKind.SUGGESTION)).isTrue();
        assertThat(rows(routed)).as("the office keeps it").startsWith("SUGGESTION DDAI DA_CHUYEN KS-UBND");
    }

    @Test
    void choiceOfAKnShouldMoveNothingThatEndedOrWasSealed() {
        for (ComplaintStatus.State state : ComplaintStatus.State.values()) {
            TicketNumber ticket = house.register(
                            LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve viec thu hoi dat " + state)
                    .ticket();
            house.sql("update complaint set state = '" + state + "' where ticket = '" + ticket + "'");
            assertThat(decide(ticket, LAN, ComplaintKind.COMPLAINT))
                    .as("%s", state)
                    .isEqualTo(state.isWorkedOn());
        }
        TicketNumber sealed = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve can bo doi tien")
                .ticket();
        assertThat(decide(sealed, LAN, ComplaintKind.COMPLAINT)).isFalse();
        assertThat(rows(sealed)).startsWith("SUGGESTION_OR_COMPLAINT KHAC MOI");
    }

    /** Sorted by the desk as a suggestion while its sender is still asked. */
    private TicketNumber sortedKn(String words) {
        TicketNumber ticket = house.register(LAN, ComplaintKind.SUGGESTION_OR_COMPLAINT, words)
                .ticket();
        Decision done = sort().classify(house.grip(HOA, ticket), ComplaintKind.SUGGESTION, "DDAI");
        assertThat(done.refusal()).isEmpty();
        return ticket;
    }

    private Optional<Reason> route(TicketNumber ticket) {
        return sort().route(house.grip(HOA, ticket), COMMUNE).refusal();
    }

    private SortCases sort() {
        return house.house().get(SortCases.class);
    }

    private String rows(TicketNumber ticket) {
        return house.house().tx(() -> house.house()
                .get(Sql.class)
                .first(
                        "select concat_ws(' ', kind, category, state, ifnull(unit, '-'), due) as row from complaint"
                                + " where ticket = ?",
                        row -> row.text("row"),
                        ticket.digits())
                .orElseThrow());
    }

    private boolean decide(TicketNumber ticket, PhoneNumber phone, ComplaintKind kind) {
        return house.tx(RegisterComplaint.class, r -> r.decideKind(ticket, phone, kind));
    }

    @Test
    void feedbackMayBeWithdrawnByItsOwnerAndNothingElse() {
        TicketNumber feedback = house.feedback(LAN, "duong o ga");
        TicketNumber complaint =
                house.register(LAN, ComplaintKind.COMPLAINT, "khong dong y").ticket();
        TicketNumber secret =
                house.register(LAN, ComplaintKind.DENUNCIATION, "viec kia").ticket();
        TicketNumber urgent = house.feedback(LAN, "ho doa giet toi");
        assertThat(withdraw(feedback, MINH)).isFalse();
        assertThat(withdraw(feedback, LAN)).isTrue();
        assertThat(withdraw(feedback, LAN)).as("again").isFalse();
        assertThat(withdraw(complaint, LAN)).isFalse();
        assertThat(withdraw(secret, LAN)).isFalse();
        assertThat(withdraw(urgent, LAN)).as("row 40").isFalse();
    }

    private boolean withdraw(TicketNumber ticket, PhoneNumber phone) {
        return house.tx(RegisterComplaint.class, r -> r.withdraw(ticket, phone));
    }

    @Test
    void hiddenSenderShouldGetATicketToo() {
        Registered first = house.register(Optional.empty(), ComplaintKind.UNCLASSIFIED, "tin cua nha mang", false);
        Registered second = house.register(Optional.empty(), ComplaintKind.UNCLASSIFIED, "tin cua nha mang", true);
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(house.facts(ComplaintRegistered.class))
                .extracting(ComplaintRegistered::phone)
                .containsOnly(Optional.empty());
    }

    @Test
    void ticketsShouldBeUniqueUnderConcurrencyAndNotFollowEachOther() throws Exception {
        Set<TicketNumber> tickets = ConcurrentHashMap.newKeySet();
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<Boolean>) () ->
                            tickets.add(house.feedback(new PhoneNumber("+8491234" + (1000 + i)), "viec thu " + i)))
                    .toList();
            for (Future<Boolean> one : crowd.invokeAll(all, 120, TimeUnit.SECONDS)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            crowd.shutdownNow();
        }
        List<Integer> stems = tickets.stream()
                .map(ticket -> Integer.parseInt(ticket.digits().substring(2, 7)))
                .sorted()
                .toList();
        assertThat(stems.get(59) - stems.get(0))
                .as("spread over the year's range")
                .isGreaterThan(10_000);
        assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.digits()).startsWith("26"));
    }
}
