package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ToldUpward.Told;
import vn.mscore.hotline.complaint.jpa.SqlErasedWords;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.workbench.AnothersCase;
import vn.mscore.hotline.console.workbench.CaseModels;
import vn.mscore.hotline.console.workbench.CasePage;
import vn.mscore.hotline.console.workbench.Onward;
import vn.mscore.hotline.console.workbench.live.Presence;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** Each rung of the ladder is in front of the one it tells, and of nobody else. */
class ToldUpwardIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode OTHER = new UnitCode("LB-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer HEAD = CaseHouse.viewer("head", Role.LEADER, Optional.of(COMMUNE));
    private static final Viewer ABOVE = CaseHouse.viewer("above", Role.LEADER, Optional.of(PROVINCE));
    private static final Viewer ELSEWHERE = CaseHouse.viewer("else", Role.LEADER, Optional.of(OTHER));
    private static final Viewer DELEGATE = CaseHouse.viewer("delegate", Role.DELEGATE, Optional.of(COMMUNE));
    private static final Viewer STANDING = CaseHouse.viewer("standing", Role.DELEGATE, Optional.of(PROVINCE));
    private static final Viewer STRANGER = CaseHouse.viewer("stranger", Role.DELEGATE, Optional.of(OTHER));

    private CaseHouse house;
    private int cases;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(OTHER, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private <T> T get(Class<T> face) {
        return house.house().get(face);
    }

    private TicketNumber inWork() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga so " + ++cases);
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB");
        get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        get(WorkCases.class).accept(house.grip(OFFICER, ticket));
        return ticket;
    }

    private void at(String local) {
        house.clock().set(CaseHouse.vietnam(local));
        house.run("complaint.escalate");
    }

    private List<Told> rows(Viewer viewer) {
        return house.tx(ToldUpward.class, told -> told.of(viewer));
    }

    private List<String> told(Viewer viewer) {
        return rows(viewer).stream()
                .map(one -> one.rung() + " " + one.step() + (one.overdue() ? " late " + one.lateDays() : " soon"))
                .toList();
    }

    private long unseen(Viewer viewer) {
        return rows(viewer).stream().filter(Told::unseen).count();
    }

    private CasePage page(Viewer viewer) {
        return new CasePage(
                get(CaseModels.class),
                get(AnothersCase.class),
                get(CaseFile.class),
                get(Timeline.class),
                get(CaseList.class),
                get(Presence.class),
                get(ToldUpward.class),
                get(Onward.class),
                new DrawnPages.Kept(),
                Asked.by(viewer, Language.VI),
                get(InTransaction.class));
    }

    private void look(Viewer viewer, TicketNumber ticket) {
        page(viewer).page(ticket.digits(), null, null);
    }

    @Test
    void eachIsToldByTheRungThatTellsHim() {
        TicketNumber ticket = inWork();
        assertThat(told(HEAD)).as("in time").isEmpty();
        at("2026-08-10T17:00");
        assertThat(told(HEAD)).as("70 %").containsExactly("WARNED ANSWER soon");
        assertThat(unseen(HEAD)).isEqualTo(1);
        page(HEAD).presence(ticket.digits());
        assertThat(unseen(HEAD)).as("a page left open tells of itself").isEqualTo(1);
        look(HEAD, ticket);
        assertThat(unseen(HEAD)).as("he looked").isZero();
        at("2026-08-13T08:00");
        assertThat(told(HEAD)).as("newest rung, one row").containsExactly("UNIT_HEAD ANSWER late 1");
        assertThat(unseen(HEAD)).as("told anew").isEqualTo(1);
        look(HEAD, ticket);
        assertThat(unseen(HEAD)).isZero();
        assertThat(told(ABOVE)).as("nothing from below before it is his rung").isEmpty();
        look(ABOVE, ticket);
        assertThat(house.count("complaint_look"))
                .as("nothing is marked before he is told")
                .isEqualTo(1);
        at("2026-08-15T08:00");
        assertThat(told(ABOVE)).containsExactly("LEADER ANSWER late 2");
        assertThat(unseen(ABOVE)).as("another looked").isEqualTo(1);
        assertThat(told(STANDING)).isEmpty();
        assertThat(told(HOA)).isEmpty();
        at("2026-08-20T08:00");
        for (Viewer council : List.of(HOA, DELEGATE, STANDING)) {
            assertThat(told(council)).as(council.login()).containsExactly("COUNCIL ANSWER late 6");
        }
        for (Viewer nobody : List.of(ELSEWHERE, STRANGER, OFFICER)) {
            assertThat(told(nobody)).as(nobody.login()).isEmpty();
        }
        for (Role role : List.of(Role.CUSTODIAN, Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThat(told(CaseHouse.viewer("x", role, Optional.of(COMMUNE))))
                    .as(role.name())
                    .isEmpty();
        }
    }

    @Test
    void whatNoOfficeHasIsBeforeTheDesk() {
        house.feedback(LAN, "duong o ga");
        at("2026-08-03T16:00");
        assertThat(told(HOA)).containsExactly("UNIT_HEAD TRIAGE late 0");
        assertThat(told(STANDING)).as("not classified, not told").isEmpty();
    }

    @Test
    void whatWasToldBeforeAHandBackIsNotToldOfTheDeskAgain() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "KHAC");
        at("2026-08-11T09:00");
        assertThat(told(HOA)).as("forwards too late").singleElement().asString().startsWith("UNIT_HEAD FORWARD late");
        get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Không thuộc thẩm quyền của xã.");
        assertThat(told(HOA)).as("a new way back has its own time").isEmpty();
    }

    @Test
    void eachOfficeThatGetsTheCaseIsToldOfItsOwnTermToAcceptOnce() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB");
        send(ticket, COMMUNE);
        at("2026-08-05T08:00");
        assertThat(told(HEAD)).containsExactly("UNIT_HEAD ACCEPT late 1");
        get(WorkCases.class).handBack(house.grip(OFFICER, ticket), "Không thuộc thẩm quyền của xã.");
        send(ticket, OTHER);
        assertThat(told(ELSEWHERE)).as("in time").isEmpty();
        at("2026-08-07T08:00");
        assertThat(told(ELSEWHERE)).containsExactly("UNIT_HEAD ACCEPT late 1");
        assertThat(told(HEAD)).isEmpty();
        assertThat(house.count("complaint_escalation where step = 'ACCEPT' and rung = 'UNIT_HEAD'"))
                .isEqualTo(2);
        at("2026-08-07T09:00");
        assertThat(house.count("complaint_escalation where step = 'ACCEPT' and rung = 'UNIT_HEAD'"))
                .as("once for each")
                .isEqualTo(2);
    }

    private void handBack(Viewer officer, TicketNumber ticket) {
        assertThat(get(WorkCases.class)
                        .handBack(house.grip(officer, ticket), "Không thuộc thẩm quyền của xã.")
                        .refusal())
                .isEmpty();
    }

    @Test
    void aRungIsReachedAnewByWhoGetsTheCaseAndOnceByEach() {
        TicketNumber ticket = inWork();
        at("2026-08-10T17:00");
        assertThat(told(HEAD)).containsExactly("WARNED ANSWER soon");
        handBack(OFFICER, ticket);
        at("2026-08-10T17:05");
        assertThat(told(HOA)).as("given back to it").containsExactly("WARNED ANSWER soon");
        send(ticket, OTHER);
        at("2026-08-11T08:00");
        assertThat(told(ELSEWHERE)).as("he has it now").containsExactly("WARNED ANSWER soon");
        for (Viewer before : List.of(HEAD, HOA)) {
            assertThat(told(before)).as(before.login()).isEmpty();
        }
        handBack(CaseHouse.viewer("lb", Role.OFFICER, Optional.of(OTHER)), ticket);
        send(ticket, COMMUNE);
        at("2026-08-11T08:20");
        at("2026-08-11T08:25");
        assertThat(told(HEAD)).as("his again").containsExactly("WARNED ANSWER soon");
        assertThat(house.count("complaint_escalation where step = 'ANSWER' and rung = 'WARNED'"))
                .as("the desk and two offices, each once")
                .isEqualTo(3);
    }

    @Test
    void whoGetsWhatTheDeskWasLateWithIsToldAsIsHisLeader() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "KHAC");
        at("2026-08-20T08:00");
        assertThat(told(HOA)).containsExactly("LEADER ANSWER late 3");
        send(ticket, COMMUNE);
        at("2026-08-20T08:20");
        assertThat(told(HEAD)).containsExactly("UNIT_HEAD ANSWER late 3");
        assertThat(told(ABOVE)).containsExactly("LEADER ANSWER late 3");
    }

    private void send(TicketNumber ticket, UnitCode unit) {
        get(SortCases.class).route(house.grip(HOA, ticket), unit);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
    }

    @Test
    void aStepThatIsDoneOrStandsLeavesTheList() {
        TicketNumber ticket = inWork();
        at("2026-08-12T17:00");
        assertThat(told(HEAD)).containsExactly("WARNED ANSWER soon");
        get(CaseTime.class).pause(house.grip(OFFICER, ticket), "Chờ người dân bổ sung ảnh");
        at("2026-08-13T08:00");
        assertThat(told(HEAD)).as("stands").isEmpty();
        get(CaseTime.class).resume(house.grip(OFFICER, ticket));
        assertThat(told(HEAD)).as("runs again").hasSize(1);
        at("2026-08-15T08:00");
        assertThat(told(HEAD)).as("a day later than without the pause").containsExactly("UNIT_HEAD ANSWER late 1");
        assertThat(get(CaseTime.class)
                        .pause(house.grip(OFFICER, ticket), "Chờ ảnh")
                        .refusal()
                        .map(vn.mscore.hotline.shared.Reason::code))
                .as("what is late is hidden by no pause")
                .contains("case.pause-late");
        assertThat(told(HEAD)).hasSize(1);
        get(WorkCases.class).answer(house.grip(OFFICER, ticket), new WorkCases.Answer("Đã vá đường.", false));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(told(HEAD)).as("answered").isEmpty();
    }

    @Test
    void whatNobodyLookedAtAndTheNewestComesFirstAndASealedCaseNever() {
        TicketNumber first = inWork();
        at("2026-08-13T08:00");
        TicketNumber second = inWork();
        TicketNumber third = inWork();
        at("2026-09-20T08:00");
        assertThat(rows(HEAD)).extracting(Told::ticket).endsWith(first).containsExactlyInAnyOrder(first, second, third);
        look(HEAD, third);
        assertThat(rows(HEAD))
                .as("what he looked at goes below")
                .extracting(Told::ticket)
                .containsExactly(second, first, third);
        look(ABOVE, second);
        look(OFFICER, second);
        assertThat(house.count("complaint_look"))
                .as("no row of who is told of nothing")
                .isEqualTo(2);
        house.house().tx(() -> {
            Complaints complaints = get(Complaints.class);
            complaints.hide(complaints.find(second).orElseThrow(), "gateway");
            return null;
        });
        for (Viewer viewer : List.of(HEAD, ABOVE, HOA, STANDING)) {
            assertThat(rows(viewer)).as(viewer.login()).extracting(Told::ticket).containsOnly(first, third);
        }
        assertThat(house.count("complaint_look"))
                .as("who looked at what is sealed")
                .isEqualTo(1);
        get(InTransaction.class).run(() -> get(SqlErasedWords.class)
                .erase(get(Complaints.class).find(third).orElseThrow().id()));
        assertThat(house.count("complaint_look")).as("and at what is erased").isZero();
    }

    @Test
    void oneLevelUpOfACommuneIsThePeoplesCommitteeInTheShippedTree() throws IOException {
        try (InputStream csv = getClass().getResourceAsStream("/demo/units.csv")) {
            assertThat(get(UnitRegister.class).importUnits(csv.readAllBytes()).faults())
                    .isEmpty();
        }
        UnitCode shipped = new UnitCode("KS");
        Viewer office = CaseHouse.viewer("xa", Role.OFFICER, Optional.of(shipped));
        Viewer committee = CaseHouse.viewer("ubnd", Role.LEADER, Optional.of(new UnitCode("UBND")));
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB");
        send(ticket, shipped);
        get(WorkCases.class).accept(house.grip(office, ticket));
        at("2026-08-15T08:00");
        assertThat(told(committee)).containsExactly("LEADER ANSWER late 2");
        get(WorkCases.class).answer(house.grip(office, ticket), new WorkCases.Answer("Đã vá đường.", false));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        get(EndCases.class).reopen(house.grip(HOA, ticket), "Vá xong lại vỡ");
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(get(WorkCases.class).accept(house.grip(committee, ticket)).refusal())
                .as("with somebody who can take it up")
                .isEmpty();
    }
}
