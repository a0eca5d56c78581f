package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.CaseHouse.code;
import static vn.mscore.hotline.complaint.CaseHouse.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.CaseChains;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.privacy.SealedPlaces;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

class CommandsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode OTHER_COMMUNE = new UnitCode("LB-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer TUAN = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer STRANGER = CaseHouse.viewer("lb", Role.OFFICER, Optional.of(OTHER_COMMUNE));
    private static final Viewer LEADER = CaseHouse.viewer("ct", Role.LEADER, Optional.of(PROVINCE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(OTHER_COMMUNE, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber sorted(String words) {
        TicketNumber ticket = house.feedback(LAN, words);
        done(house.get(SortCases.class).take(house.grip(HOA, ticket)));
        done(house.get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        return ticket;
    }

    private TicketNumber routed(String words) {
        TicketNumber ticket = sorted(words);
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        return ticket;
    }

    private TicketNumber inWork(String words) {
        TicketNumber ticket = routed(words);
        done(house.get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        return ticket;
    }

    private void answer(TicketNumber ticket) {
        done(house.get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
    }

    private List<CaseLog.Entry> log(TicketNumber ticket, int after) {
        return house.tx(CaseLog.class, log -> log.since(ticket, after));
    }

    private List<CaseChains.Broken> broken() {
        return house.logs().broken();
    }

    private Optional<PendingDeeds.Pending> shown(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseFile.class, file -> file.of(viewer, ticket))
                .orElseThrow()
                .pending();
    }

    private Optional<PendingDeeds.Pending> pending(TicketNumber ticket) {
        return house.tx(PendingDeeds.class, pending -> pending.of(ticket));
    }

    private List<CaseNotes.Note> notes(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseNotes.class, notes -> notes.of(viewer, ticket));
    }

    private CaseBonds.Bonds bonds(TicketNumber ticket) {
        return house.tx(CaseBonds.class, bonds -> bonds.of(ticket));
    }

    private List<Move> moves() {
        return house.facts(ComplaintMoved.class).stream()
                .map(ComplaintMoved::move)
                .toList();
    }

    @Test
    void caseShouldGoFromTheQueueToTheOfficeAndBackToTheCitizen() {
        TicketNumber ticket = sorted("duong o ga");
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        house.clock().advance(Duration.ofMinutes(9));
        assertThat(house.run("complaint.release")).isZero();
        assertThat(code(house.get(WorkCases.class).accept(house.grip(OFFICER, ticket))))
                .as("the office knows nothing within the window")
                .isEqualTo("case.unknown");
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(house.run("complaint.release")).isEqualTo(1);
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
        assertThat(code(house.get(WorkCases.class).accept(house.grip(STRANGER, ticket))))
                .isEqualTo("case.unknown");
        done(house.get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        answer(ticket);
        assertThat(house.state(ticket)).isEqualTo(State.DA_TRA_LOI);
        assertThat(moves()).containsExactly(Move.ROUTED, Move.ANSWERED);
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, true));
        assertThat(house.state(ticket)).isEqualTo(State.DONG);
        assertThat(log(ticket, -1))
                .extracting(CaseLog.Entry::deed)
                .containsExactly(
                        "register",
                        "take",
                        "classify",
                        "route-planned",
                        "routed",
                        "accept",
                        "answer-planned",
                        "answer",
                        "satisfied");
        assertThat(broken()).isEmpty();
        assertThat(house.count("audit_line")).as("one line for every command").isGreaterThanOrEqualTo(6);
    }

    @Test
    void routingTakenBackShouldLeaveNoTraceForOfficeAndCitizen() {
        TicketNumber ticket = sorted("duong o ga");
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE, Optional.of("Xem ảnh kèm")));
        assertThat(code(house.get(SortCases.class).route(house.grip(HOA, ticket), PROVINCE)))
                .isEqualTo("case.pending");
        assertThat(pending(ticket)).isPresent();
        done(house.get(SortCases.class).undo(house.grip(TUAN, ticket)));
        house.clock().advance(Duration.ofHours(1));
        assertThat(house.run("complaint.release")).isZero();
        assertThat(moves()).isEmpty();
        assertThat(house.count("complaint_note where kind = 'NOTE'")).isZero();
        assertThat(house.count("complaint_event where to_unit is not null")).isZero();
        assertThat(code(house.get(SortCases.class).undo(house.grip(HOA, ticket))))
                .isEqualTo("case.nothing-to-undo");
    }

    @Test
    void urgentCaseShouldLeaveAtOnce() {
        TicketNumber ticket = sorted("ho doa giet toi");
        done(house.get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        assertThat(house.state(ticket)).isEqualTo(State.DA_CHUYEN);
    }

    @Test
    void answerTakenBackWithinTenSecondsShouldNotReachTheCitizen() {
        TicketNumber ticket = inWork("duong o ga");
        done(house.get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Nham", true)));
        assertThat(SealedPlaces.checked(house.house())).contains("complaint_pending.words_sealed");
        house.clock().advance(Duration.ofSeconds(9));
        assertThat(house.run("complaint.release")).isZero();
        Viewer colleague = CaseHouse.viewer("ks2", Role.OFFICER, Optional.of(COMMUNE));
        assertThat(code(house.get(SortCases.class).undo(house.grip(colleague, ticket))))
                .as("row: a colleague's answer")
                .isEqualTo("case.not-yours");
        assertThat(code(house.get(SortCases.class).undo(house.grip(LEADER, ticket))))
                .as("row: an officer's answer, by the leader")
                .isEqualTo("case.not-yours");
        assertThat(shown(colleague, ticket)).isEmpty();
        assertThat(shown(OFFICER, ticket)).map(PendingDeeds.Pending::command).contains(CaseCommand.ANSWER);
        assertThat(shown(HOA, ticket)).isPresent();
        done(house.get(SortCases.class).undo(house.grip(OFFICER, ticket)));
        house.clock().advance(Duration.ofSeconds(60));
        assertThat(house.run("complaint.release")).isZero();
        assertThat(moves()).containsExactly(Move.ROUTED);
    }

    @Test
    void secondWriteOnAnOldVersionShouldBeRefusedAndShownWhatHappened() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        Grip seen = house.grip(TUAN, ticket);
        done(house.get(SortCases.class).take(house.grip(HOA, ticket)));
        assertThat(code(house.get(SortCases.class).classify(seen, ComplaintKind.FEEDBACK, "GTDB")))
                .isEqualTo("case.moved-on");
        assertThat(log(ticket, seen.version()))
                .extracting(entry -> entry.actor() + " " + entry.deed())
                .containsExactly("hoa take");
    }

    @Test
    void handedBackCaseShouldVanishFromTheOfficeAndReturnToTheDesk() {
        TicketNumber ticket = inWork("duong o ga");
        assertThat(code(house.get(WorkCases.class).handBack(house.grip(OFFICER, ticket), " ")))
                .isEqualTo("case.words");
        done(house.get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Đường của tỉnh, không phải của xã"));
        assertThat(house.state(ticket)).isEqualTo(State.PHAN_LOAI);
        assertThat(code(house.get(CaseNotes.class).add(house.grip(OFFICER, ticket), "?")))
                .isEqualTo("case.unknown");
        assertThat(notes(HOA, ticket))
                .extracting(CaseNotes.Note::text)
                .containsExactly("Đường của tỉnh, không phải của xã");
    }

    @Test
    void refusalWithdrawalAndOtherProvinceShouldTellTheCitizen() {
        TicketNumber refused = sorted("duong o ga");
        done(house.get(EndCases.class).refuse(house.grip(HOA, refused), "Nội dung đã được trả lời"));
        TicketNumber outside = sorted("cau sap o tinh ben");
        done(house.get(EndCases.class).passOutside(house.grip(HOA, outside), "UBND tỉnh bên"));
        TicketNumber withdrawn = sorted("o voi lon");
        done(house.get(EndCases.class).withdraw(house.grip(HOA, withdrawn), "Bà gọi lại nói đã xong"));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(List.of(house.state(refused), house.state(outside), house.state(withdrawn)))
                .containsExactly(State.TU_CHOI, State.CHUYEN_KHAC, State.RUT);
        assertThat(moves()).containsExactlyInAnyOrder(Move.REFUSED, Move.PASSED_OUTSIDE, Move.WITHDRAWN);
    }

    @Test
    void row150WhatTellsAPersonShouldBeMaskedInWhatAnOfficeWritesAndReads() {
        TicketNumber ticket = inWork("duong o ga");
        String copied = "Bà Lan số 0912345678, +84 912-345-678, 0912.345.678, (091) 2345 678, 0084912345678"
                + " và 0912–345–678, hồ sơ H50.15-260801-0345 báo";
        done(house.get(CaseNotes.class).add(house.grip(OFFICER, ticket), copied));
        assertThat(notes(STRANGER, ticket)).isEmpty();
        done(house.get(SortCases.class).summarize(house.grip(HOA, ticket), copied));
        assertThat(notes(OFFICER, ticket))
                .extracting(CaseNotes.Note::text)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("Bà Lan số ")
                        .endsWith(" báo")
                        .doesNotContain("345"));
    }

    @Test
    void classifiedDenunciationShouldVanishWithAllItsTies() {
        TicketNumber ticket = sorted("duong o ga");
        TicketNumber child = sorted("o ga truoc nha");
        TicketNumber friend = sorted("o ga truoc truong");
        done(house.get(CaseBonds.class).merge(house.grip(HOA, child), ticket));
        done(house.get(CaseBonds.class).link(house.grip(HOA, friend), ticket));
        done(house.get(CaseBonds.class).cluster(house.grip(HOA, friend), ticket));
        done(house.get(CaseNotes.class).add(house.grip(HOA, ticket), "Ông T. nhận tiền"));
        done(house.get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.DENUNCIATION, "TCAO"));
        assertThat(code(house.get(CaseNotes.class).add(house.grip(HOA, ticket), "?")))
                .isEqualTo("case.unknown");
        assertThat(house.state(child)).as("taken out again").isEqualTo(State.PHAN_LOAI);
        assertThat(bonds(friend)).isEqualTo(new CaseBonds.Bonds(List.of(), List.of(), List.of(), List.of()));
        assertThat(broken()).isEmpty();
    }

    @Test
    void clusterAndMergedCasesShouldBeAnsweredTogether() {
        TicketNumber first = inWork("duong o ga");
        TicketNumber second = inWork("duong hong");
        TicketNumber third = house.feedback(MINH, "o ga to");
        done(house.get(CaseBonds.class).cluster(house.grip(HOA, second), first));
        done(house.get(CaseBonds.class).merge(house.grip(HOA, third), second));
        assertThat(house.status(third, MINH).orElseThrow().state()).isEqualTo(State.TRUNG);
        answer(first);
        assertThat(house.state(second)).isEqualTo(State.DA_TRA_LOI);
        assertThat(moves())
                .containsExactly(Move.ROUTED, Move.ROUTED, Move.ANSWERED, Move.ANSWERED, Move.ANSWERED_TOGETHER);
    }

    @Test
    void partOfTheWordsShouldBecomeALinkedCaseUnlessItIsSecret() {
        TicketNumber ticket = sorted("duong o ga. con mat dien ca tuan");
        house.clock().advance(Duration.ofDays(1));
        CaseBonds bonds = house.get(CaseBonds.class);
        Grip grip = house.grip(HOA, ticket);
        assertThat(code(bonds.split(grip, new CaseBonds.Part(ComplaintKind.FEEDBACK, "tien"))))
                .as("not the citizen's words")
                .isEqualTo("case.split-part");
        assertThat(code(bonds.split(grip, new CaseBonds.Part(ComplaintKind.DENUNCIATION, "mat dien"))))
                .isEqualTo("case.split-secret");
        done(bonds.split(grip, new CaseBonds.Part(ComplaintKind.FEEDBACK, "mat dien ca tuan")));
        TicketNumber second = bonds(ticket).links().get(0);
        assertThat(house.status(second, LAN).orElseThrow().registered())
                .as("its time began with the first words")
                .isEqualTo("2026-08-03");
        assertThat(house.count("complaint where answer_from = '2026-08-03'")).isEqualTo(2);
        assertThat(house.facts(ComplaintRegistered.class)).hasSize(2);
    }

    @Test
    void caseOfSomebodyWhoCannotWriteShouldBeReadBackAndNameTheClerk() {
        EnterCase desk = house.get(EnterCase.class);
        EnterCase.Entry entry = new EnterCase.Entry(
                EnterCase.Channel.WALK_IN,
                ComplaintKind.FEEDBACK,
                Optional.empty(),
                Optional.empty(),
                "Mé nói đường vào bản hỏng",
                true,
                false);
        assertThat(desk.enter(HOA, entry).refusal().map(Reason::code)).contains("case.read-back");
        assertThat(desk.enter(CaseHouse.viewer("ktv", Role.AUDITOR, Optional.empty()), entry)
                        .refusal()
                        .map(Reason::code))
                .contains("case.not-yours");
        EnterCase.Entered entered = desk.enter(
                HOA,
                new EnterCase.Entry(
                        entry.channel(), entry.kind(), entry.phone(), entry.dossier(), entry.text(), true, true));
        assertThat(entered.ticket()).isPresent();
        assertThat(house.count("complaint_entry where login = 'hoa' and channel = 'WALK_IN' and cannot_write"))
                .isEqualTo(1);
    }

    @Test
    void operatorShouldReopenOneLevelUpAtMostTwice() {
        TicketNumber ticket = inWork("duong o ga");
        answer(ticket);
        EndCases end = house.get(EndCases.class);
        done(end.reopen(house.grip(HOA, ticket), "Bà gọi: chưa vá"));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(house.count("complaint where unit = 'QT-UBND' and level = 1"))
                .isEqualTo(1);
        done(house.get(WorkCases.class).handBack(house.grip(LEADER, ticket), "Không thuộc tỉnh"));
        SortCases desk = house.get(SortCases.class);
        assertThat(code(desk.route(house.grip(HOA, ticket), COMMUNE))).isEqualTo("case.rejected-office");
        Decision through = house.get(CaseBonds.class).merge(house.grip(HOA, ticket), inWork("o ga thon khac"));
        assertThat(code(through)).isEqualTo("case.rejected-office");
        done(desk.route(house.grip(HOA, ticket), OTHER_COMMUNE));
        done(desk.undo(house.grip(HOA, ticket)));
        house.sql("update complaint set level = 2, state = 'DA_TRA_LOI'");
        assertThat(code(end.reopen(house.grip(HOA, ticket), "?"))).isEqualTo("case.reopened-twice");
    }

    @Test
    void leaderShouldReachTheCasesOfTheOfficesBelow() {
        TicketNumber ticket = routed("duong o ga");
        done(house.get(WorkCases.class).accept(house.grip(LEADER, ticket)));
    }

    /** Rounds of the race; 10,000 with {@code -Dhotline.race.rounds=10000}. */
    private static final int ROUNDS = Integer.getInteger("hotline.race.rounds", 1000);

    @Test
    void row137OfTwoAtTheSameMomentOneShouldWin() throws Exception {
        TicketNumber ticket = house.feedback(new PhoneNumber("+842333851234"), "duong o ga");
        SortCases desk = house.get(SortCases.class);
        EndCases end = house.get(EndCases.class);
        ExecutorService two = Executors.newFixedThreadPool(2);
        int doubles = 0;
        List<String> others = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                boolean take = round % 2 == 0;
                house.sql("delete from complaint_pending");
                house.sql("update complaint set holder = null, state = '" + (take ? "MOI" : "DA_TRA_LOI") + "'");
                Grip first = house.grip(HOA, ticket);
                Grip second = new Grip(TUAN, ticket, first.version());
                List<Callable<Decision>> both = take
                        ? List.of(() -> desk.take(first), () -> desk.take(second))
                        : List.of(() -> end.close(first), () -> end.close(second));
                List<String> codes = new ArrayList<>();
                for (var decision : two.invokeAll(both, 30, TimeUnit.SECONDS)) {
                    codes.add(code(decision.get()));
                }
                doubles += codes.stream().allMatch("done"::equals) ? 1 : 0;
                codes.remove("done");
                others.addAll(codes);
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(doubles).as("doubles").isZero();
        assertThat(others)
                .as("one of every round won, and the other is told why he did not: on the screen 409 and what happened")
                .hasSize(ROUNDS)
                .containsOnly("case.moved-on");
        assertThat(house.version(ticket)).isEqualTo(1 + ROUNDS);
    }
}
