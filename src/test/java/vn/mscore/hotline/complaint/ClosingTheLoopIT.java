package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.LaidCalendars;
import vn.mscore.hotline.calendar.TableCalendars;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Clocks, ladder, explanations and the way back to the citizen, over days. */
class ClosingTheLoopIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
    private static final Viewer LEADER = CaseHouse.viewer("ct", Role.LEADER, Optional.of(COMMUNE));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private <T> T get(Class<T> face) {
        return house.house().get(face);
    }

    private static void done(Decision decision) {
        assertThat(decision.refusal()).isEmpty();
    }

    private static String code(Decision decision) {
        return decision.refusal().map(Reason::code).orElse("done");
    }

    private TicketNumber inWork() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        done(get(SortCases.class).take(house.grip(HOA, ticket)));
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        done(get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        done(get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        return ticket;
    }

    @Test
    void anAnswerWithABlankLeftInItGoesToNobody() {
        TicketNumber ticket = inWork();
        for (String text : List.of("Sửa xong ngày {...}.", "{unit} đã sửa xong.", "Đã báo {…}, xin chờ.")) {
            assertThat(code(get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer(text, true))))
                    .as(text)
                    .isEqualTo("case.blank");
        }
        done(get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Sửa xong }{ ngày 3.", true)));
    }

    private void answer(TicketNumber ticket) {
        done(get(WorkCases.class).answer(house.grip(OFFICER, ticket), new Answer("Đã vá đường.", false)));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
    }

    private void at(String local) {
        house.clock().set(CaseHouse.vietnam(local));
    }

    private List<String> ladder() {
        return house.facts(CaseEscalated.class).stream()
                .map(fact -> fact.step() + " " + fact.rung() + " "
                        + fact.unit().map(UnitCode::value).orElse("-"))
                .toList();
    }

    private String due() {
        return house.house().tx(() -> get(Sql.class)
                .first("select concat(due, ' ', ifnull(original_due, '-')) as d from complaint", row -> row.text("d"))
                .orElseThrow());
    }

    private List<Move> moves() {
        return house.facts(ComplaintMoved.class).stream()
                .map(ComplaintMoved::move)
                .toList();
    }

    @Test
    void ladderShouldBeClimbedRungByRungEachOnce() {
        inWork();
        assertThat(due()).isEqualTo("2026-08-12 -");
        at("2026-08-10T17:00");
        house.run("complaint.escalate");
        assertThat(ladder()).as("70 %").containsExactly("ANSWER WARNED KS-UBND");
        assertThat(house.run("complaint.escalate")).isZero();
        at("2026-08-13T08:00");
        house.run("complaint.escalate");
        at("2026-08-15T08:00");
        house.run("complaint.escalate");
        at("2026-08-20T08:00");
        house.run("complaint.escalate");
        assertThat(ladder())
                .containsExactly(
                        "ANSWER WARNED KS-UBND",
                        "ANSWER UNIT_HEAD KS-UBND",
                        "ANSWER LEADER QT-UBND",
                        "ANSWER COUNCIL -");
        at("2026-09-20T08:00");
        assertThat(house.run("complaint.escalate")).isZero();
        assertThat(house.count("complaint_event where deed = 'escalated'")).isEqualTo(4);
    }

    @Test
    void lostTimeShouldBringAllMissedRungsOnce() {
        inWork();
        at("2026-09-20T08:00");
        assertThat(house.run("complaint.escalate")).isEqualTo(4);
        assertThat(house.run("complaint.escalate")).isZero();
    }

    @Test
    void untriagedCaseShouldClimbTheLadderOfTheDesk() {
        house.feedback(LAN, "duong o ga");
        at("2026-08-03T16:00");
        house.run("complaint.escalate");
        assertThat(ladder()).containsExactly("TRIAGE WARNED -", "TRIAGE UNIT_HEAD -");
    }

    @Test
    void pauseShouldStopTheLadderAndMoveTheDay() {
        TicketNumber ticket = inWork();
        CaseTime time = get(CaseTime.class);
        done(time.pause(house.grip(OFFICER, ticket), "Chờ người dân bổ sung ảnh"));
        assertThat(code(time.pause(house.grip(OFFICER, ticket), "lần nữa"))).isEqualTo("case.paused");
        at("2026-08-17T10:00");
        assertThat(house.run("complaint.escalate")).isZero();
        done(time.resume(house.grip(OFFICER, ticket)));
        assertThat(due()).as("ten working days later").isEqualTo("2026-08-25 2026-08-12");
        assertThat(code(time.resume(house.grip(OFFICER, ticket)))).isEqualTo("case.runs");
    }

    @Test
    void whyTheClockStandsShouldBeReadByAllWhoAreBoundByIt() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        done(get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        CaseTime time = get(CaseTime.class);
        done(time.pause(house.grip(HOA, ticket), "Chờ bà Lan 0912.345.678 gửi ảnh"));
        done(get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE));
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        done(get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        done(time.extend(house.grip(OFFICER, ticket), 2, "Mưa lớn"));
        Viewer above = CaseHouse.viewer("qt", Role.LEADER, Optional.of(PROVINCE));
        for (Viewer viewer : List.of(OFFICER, LEADER, above)) {
            List<String> notes = notes(viewer, ticket);
            assertThat(notes).as(viewer.login()).hasSize(viewer.equals(above) ? 1 : 2);
            assertThat(notes.get(0))
                    .as(viewer.login())
                    .startsWith("Chờ bà Lan")
                    .endsWith("gửi ảnh")
                    .doesNotContain("345");
        }
        assertThat(notes(HOA, ticket)).as("covered").containsExactly("Chờ bà Lan 09•• ••• 678 gửi ảnh", "Mưa lớn");
        assertThat(notes(CaseHouse.viewer("db", Role.DELEGATE, Optional.of(COMMUNE)), ticket))
                .isEmpty();
    }

    private List<String> notes(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseFile.class, file -> file.of(viewer, ticket)).orElseThrow().notes().stream()
                .map(CaseNotes.Note::text)
                .toList();
    }

    @Test
    void extensionShouldBeOneAndTold() {
        TicketNumber ticket = inWork();
        CaseTime time = get(CaseTime.class);
        assertThat(code(time.extend(house.grip(OFFICER, ticket), 31, "mưa"))).isEqualTo("case.days");
        done(time.extend(house.grip(OFFICER, ticket), 5, "Mưa lớn, chờ khô"));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(due()).isEqualTo("2026-08-19 2026-08-12");
        assertThat(code(time.extend(house.grip(OFFICER, ticket), 5, "nữa"))).isEqualTo("case.extended");
        assertThat(moves()).containsExactly(Move.ROUTED, Move.EXTENDED);
        assertThat(house.facts(ComplaintMoved.class).get(1).due()).isEqualTo("2026-08-19");
    }

    @Test
    void termOfTheLawShouldNeitherBeExtendedNorStopped() {
        TicketNumber ticket = inWork();
        house.sql("update complaint set kind = 'COMPLAINT'");
        LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.ofHours(7));
        Optional<Reason> refused =
                house.tx(Petitions.class, petitions -> petitions.paper(house.grip(HOA, ticket), today));
        assertThat(refused).isEmpty();
        CaseTime time = get(CaseTime.class);
        assertThat(code(time.extend(house.grip(OFFICER, ticket), 5, "Mưa lớn, chờ khô")))
                .isEqualTo("case.law");
        assertThat(code(time.pause(house.grip(OFFICER, ticket), "Chờ giấy tờ"))).isEqualTo("case.law");
        assertThat(moves()).as("nobody is told of it").containsExactly(Move.ROUTED);
    }

    @Test
    void extensionShouldBeRefusedWhenItIsTooLate() {
        TicketNumber ticket = inWork();
        at("2026-08-13T08:00");
        assertThat(code(get(CaseTime.class).extend(house.grip(OFFICER, ticket), 5, "muộn")))
                .isEqualTo("case.overdue");
    }

    @Test
    void explanationShouldBeWrittenByTheOfficeAndJudgedByAnother() {
        TicketNumber ticket = inWork();
        CaseTime time = get(CaseTime.class);
        assertThat(code(time.explain(house.grip(OFFICER, ticket), "chưa trễ"))).isEqualTo("case.not-overdue");
        at("2026-08-18T10:00");
        done(time.explain(house.grip(OFFICER, ticket), "Máy hỏng, đã thuê máy khác, bà Lan 0912.345.678"));
        CaseTime.Explanation written = explanations(ticket).get(0);
        assertThat(explanations(LEADER, ticket).get(0).why())
                .as("row 150")
                .startsWith("Máy hỏng, đã thuê máy khác, bà Lan")
                .doesNotContain("345");
        assertThat(written.overdueDays()).isEqualTo(4);
        assertThat(written.unit()).contains(COMMUNE);
        assertThat(code(time.judge(house.grip(LEADER, ticket), written.id(), "XYZ")))
                .isEqualTo("case.outcome");
        assertThat(code(time.judge(house.grip(OFFICER, ticket), written.id(), "NHAC_NHO")))
                .isEqualTo("case.not-yours");
        done(time.judge(house.grip(LEADER, ticket), written.id(), "NHAC_NHO"));
        assertThat(explanations(ticket).get(0).outcome()).contains("NHAC_NHO");
        assertThat(house.count("complaint_event where deed = 'judge' and note = '" + written.id() + " NHAC_NHO'"))
                .as("the log says which one and what follows")
                .isEqualTo(1);
        assertThat(code(time.judge(house.grip(LEADER, ticket), written.id(), "KY_LUAT")))
                .isEqualTo("case.explanation");
    }

    private List<CaseTime.Explanation> explanations(TicketNumber ticket) {
        return explanations(HOA, ticket);
    }

    private List<CaseTime.Explanation> explanations(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseTime.class, time -> time.explanations(viewer, ticket));
    }

    private boolean explainable(TicketNumber ticket) {
        return house.<CaseTime, Boolean>tx(CaseTime.class, time -> time.explainable(OFFICER, ticket));
    }

    private boolean extendable(TicketNumber ticket) {
        return house.<CaseTime, Boolean>tx(CaseTime.class, time -> time.extendable(ticket));
    }

    @Test
    void explanationsShouldBeReadByTheOwnOfficesOnly() {
        TicketNumber ticket = inWork();
        CaseTime time = get(CaseTime.class);
        assertThat(explainable(ticket)).isFalse();
        assertThat(extendable(ticket)).isTrue();
        at("2026-08-18T10:00");
        assertThat(explainable(ticket)).isTrue();
        assertThat(extendable(ticket)).isFalse();
        done(time.explain(house.grip(OFFICER, ticket), "Máy hỏng, đã thuê máy khác"));
        assertThat(explanations(HOA, ticket)).hasSize(1);
        assertThat(explanations(OFFICER, ticket)).hasSize(1);
        assertThat(explanations(LEADER, ticket)).hasSize(1);
        for (UnitCode area : List.of(COMMUNE, PROVINCE)) {
            Viewer delegate = CaseHouse.viewer("db", Role.DELEGATE, Optional.of(area));
            assertThat(explanations(delegate, ticket))
                    .as("row: delegate of " + area)
                    .isEmpty();
        }
        house.sql("update complaint_explanation set unit = 'QT-UBND'");
        assertThat(explanations(OFFICER, ticket)).as("row: of another office").isEmpty();
        assertThat(explanations(CaseHouse.viewer("qt", Role.LEADER, Optional.of(PROVINCE)), ticket))
                .hasSize(1);
    }

    @Test
    void deadlinesShouldFollowTheCalendar() {
        inWork();
        house.run("complaint.follow-calendar");
        assertThat(house.run("complaint.follow-calendar")).isZero();
        get(LaidCalendars.class)
                .lay(new TableCalendars.Table("storm", List.of("unit,day,hours,why", ",2026-08-06,closed,bão")));
        assertThat(house.run("complaint.follow-calendar")).isEqualTo(1);
        assertThat(due()).isEqualTo("2026-08-13 -");
        assertThat(house.count("complaint_event where deed = 'calendar'")).isEqualTo(1);
    }

    @Test
    void scenario6DeadlineOverTet() {
        at("2026-02-12T09:00");
        house.feedback(LAN, "viec khac");
        assertThat(due()).isEqualTo("2026-03-05 -");
    }

    @Test
    void citizenShouldBeAskedOnceTwoWorkingDaysAfterTheAnswer() {
        TicketNumber ticket = inWork();
        at("2026-08-06T10:00");
        answer(ticket);
        at("2026-08-07T18:00");
        assertThat(house.run("complaint.ask-whether-done")).isZero();
        at("2026-08-10T08:00");
        assertThat(house.run("complaint.ask-whether-done")).isEqualTo(1);
        assertThat(house.run("complaint.ask-whether-done")).isZero();
        assertThat(moves()).containsExactly(Move.ROUTED, Move.ANSWERED, Move.ASKED);
        house.tx(ComplaintStatus.class, status -> status.satisfied(ticket, LAN, false));
        assertThat(house.state(ticket)).isEqualTo(State.MO_LAI);
        assertThat(house.count("complaint where unit = 'QT-UBND' and step = 'ANSWER_AGAIN'"))
                .isEqualTo(1);
    }

    /** Everything of a case but its log and the numbers that grow with it. */
    private Map<String, String> rows() {
        return house.house().tx(() -> {
            Map<String, String> rows = new TreeMap<>();
            get(Sql.class).rows("select * from complaint", row -> {
                StringBuilder all = new StringBuilder();
                var columns = row.columns().getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!Set.of("version", "log_head", "feed_no").contains(columns.getColumnName(i))) {
                        Object value = row.columns().getObject(i);
                        all.append(columns.getColumnName(i))
                                .append('=')
                                .append(
                                        value instanceof byte[] bytes
                                                ? java.util.HexFormat.of().formatHex(bytes)
                                                : value)
                                .append(' ');
                    }
                }
                return rows.put(row.text("ticket"), all.toString());
            });
            return rows;
        });
    }

    @Test
    void randomMergesTakenOutInRandomOrderShouldLeaveEverythingAsItWas() {
        TicketNumber[] tickets = new TicketNumber[6];
        for (int i = 0; i < tickets.length; i++) {
            tickets[i] = house.feedback(new PhoneNumber("+8491234567" + i), "duong o ga so " + i);
            if (i % 2 == 0) {
                done(get(SortCases.class).take(house.grip(HOA, tickets[i])));
                done(get(SortCases.class).classify(house.grip(HOA, tickets[i]), ComplaintKind.FEEDBACK, "GTDB"));
            }
        }
        Map<String, String> before = rows();
        CaseBonds bonds = get(CaseBonds.class);
        Random random = new Random(20260803);
        for (int round = 0; round < 40; round++) {
            for (int step = 0; step < 6; step++) {
                TicketNumber one = tickets[random.nextInt(tickets.length)];
                if (random.nextInt(4) == 0) {
                    bonds.unmerge(house.grip(HOA, one));
                } else {
                    bonds.merge(house.grip(HOA, one), tickets[random.nextInt(tickets.length)]);
                }
            }
            java.util.Collections.shuffle(java.util.Arrays.asList(tickets), random);
            for (TicketNumber ticket : tickets) {
                bonds.unmerge(house.grip(HOA, ticket));
            }
            assertThat(rows()).as("round " + round).isEqualTo(before);
        }
        assertThat(house.count("complaint_merge")).isZero();
        assertThat(house.count("complaint_event where deed = 'merge'")).isGreaterThan(50);
        assertThat(house.logs().broken()).isEmpty();
    }
}
