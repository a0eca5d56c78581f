package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The row filter (ADR 12) as a table: every role and unit against every kind of case, by every way to read one. */
class SightIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final String REVEALED = "audit_line where deed = 'phone.revealed'";
    private static final String PROVINCE = "QT-UBND";
    private static final String KHE_SANH = "KS-UBND";
    private static final String DIVISION = "KS-PKT";
    private static final String LAO_BAO = "LB-UBND";
    private static final String ABOLISHED = "HH-UBND";

    /** The cases: name, unit (empty: not routed), classified, secret. */
    private static final Map<String, TicketNumber> CASES = new LinkedHashMap<>();

    private static CaseHouse house;

    @BeforeAll
    static void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        house.unit(new UnitCode(PROVINCE), Optional.empty());
        house.unit(new UnitCode(KHE_SANH), Optional.of(new UnitCode(PROVINCE)));
        house.unit(new UnitCode(DIVISION), Optional.of(new UnitCode(KHE_SANH)));
        house.unit(new UnitCode(LAO_BAO), Optional.of(new UnitCode(PROVINCE)));
        house.unit(new UnitCode(ABOLISHED), Optional.of(new UnitCode(PROVINCE)));
        house.sql("update unit set valid_to = '2025-12-31' where code = 'HH-UBND'");
        house.sql("insert into unit_successor (unit, field, successor, valid_from)"
                + " values ('HH-UBND', '', 'KS-UBND', '2026-01-01')");
        add("fresh", "", false, false);
        add("fresh with an office", KHE_SANH, false, false);
        add("at the commune", KHE_SANH, true, false);
        add("at its division", DIVISION, true, false);
        add("at another commune", LAO_BAO, true, false);
        add("at the abolished district", ABOLISHED, true, false);
        add("classified, not sent", "", true, false);
        add("sealed", "", false, true);
        add("sealed at the commune", KHE_SANH, true, true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static void add(String name, String unit, boolean classified, boolean secret) {
        TicketNumber ticket = house.feedback(LAN, "con duong cham sua so " + name);
        String office = unit.isEmpty() ? "null" : "'" + unit + "'";
        house.sql("update complaint set unit = " + office + ", classified = " + classified + " where ticket = '"
                + ticket + "'");
        if (secret) {
            house.tx(Complaints.class, complaints -> {
                complaints.hide(complaints.find(ticket).orElseThrow(), "test");
                return 0;
            });
        }
        CASES.put(name, ticket);
    }

    /** Who, and what he may see. */
    private record Row(String who, Role role, String unit, List<String> sees) {}

    private static final List<String> NOT_SEALED = List.of(
            "fresh",
            "fresh with an office",
            "at the commune",
            "at its division",
            "at another commune",
            "at the abolished district",
            "classified, not sent");

    private static final List<Row> TABLE = List.of(
            new Row("operator", Role.OPERATOR, "", NOT_SEALED),
            new Row(
                    "officer of the commune",
                    Role.OFFICER,
                    KHE_SANH,
                    List.of("at the commune", "at the abolished district")),
            new Row("officer of the division", Role.OFFICER, DIVISION, List.of("at its division")),
            new Row("officer of another commune", Role.OFFICER, LAO_BAO, List.of("at another commune")),
            new Row("officer of the province", Role.OFFICER, PROVINCE, List.of()),
            new Row("officer of an unknown office", Role.OFFICER, "NOBODY", List.of()),
            new Row("officer without office", Role.OFFICER, "", List.of()),
            new Row(
                    "leader of the commune",
                    Role.LEADER,
                    KHE_SANH,
                    List.of("at the commune", "at its division", "at the abolished district")),
            new Row(
                    "leader of the province",
                    Role.LEADER,
                    PROVINCE,
                    List.of("at the commune", "at its division", "at another commune", "at the abolished district")),
            new Row(
                    "delegate of the commune",
                    Role.DELEGATE,
                    KHE_SANH,
                    List.of("at the commune", "at its division", "at the abolished district")),
            new Row("custodian", Role.CUSTODIAN, "", List.of()),
            new Row("auditor", Role.AUDITOR, "", List.of()),
            new Row("administrator", Role.ADMINISTRATOR, "", List.of()));

    @TestFactory
    Stream<DynamicTest> everyWayToReadACaseShouldKeepToTheTable() {
        return TABLE.stream().flatMap(row -> CASES.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        row.who() + " / " + name,
                        () -> check(row, name, row.sees().contains(name)))));
    }

    private static void check(Row row, String name, boolean visible) {
        Viewer viewer = CaseHouse.viewer(
                "someone",
                row.role(),
                Optional.of(row.unit()).filter(u -> !u.isEmpty()).map(UnitCode::new));
        TicketNumber ticket = CASES.get(name);
        assertThat(house.tx(CaseList.class, list -> list.row(viewer, ticket)).isPresent())
                .as("row")
                .isEqualTo(visible);
        assertThat(house.tx(CaseList.class, list -> list.there(viewer, List.of(ticket)))
                        .contains(ticket))
                .as("still there")
                .isEqualTo(visible);
        assertThat(house.tx(CaseFile.class, file -> file.of(viewer, ticket)).isPresent())
                .as("page")
                .isEqualTo(visible);
        assertThat(tickets(
                        house.tx(CaseList.class, list -> list.page(viewer, CaseFilter.of(Group.ALL), CaseCursor.START))
                                .items()))
                .as("list")
                .matches(all -> all.contains(ticket) == visible);
        assertThat(tickets(house.tx(CaseSearch.class, search -> search.find(viewer, "con duong cham", CaseList.PAGE))))
                .as("search by words, which a delegate may not read")
                .matches(all -> all.contains(ticket) == (visible && row.role() != Role.DELEGATE));
        assertThat(tickets(house.tx(CaseSearch.class, search -> search.find(viewer, ticket.digits(), CaseList.PAGE))))
                .as("search by ticket")
                .matches(all -> all.contains(ticket) == visible);
        long before = house.count(REVEALED);
        boolean revealed =
                house.tx(CaseFile.class, file -> file.reveal(viewer, ticket)).isPresent();
        assertThat(revealed).as("number").isEqualTo(visible && row.role() == Role.OPERATOR);
        assertThat(house.count(REVEALED + " and subject = '" + ticket + "'") > 0 && house.count(REVEALED) > before)
                .as("written down who saw the number")
                .isEqualTo(revealed);
        if (row.role() != Role.OPERATOR) {
            List<TimelineLine> lines = house.tx(Timeline.class, timeline -> timeline.of(viewer, ticket));
            assertThat(lines).as("timeline").isEmpty();
        }
    }

    private static List<TicketNumber> tickets(List<QueueItem> items) {
        return items.stream().flatMap(item -> item.ticket().stream()).toList();
    }

    @TestFactory
    Stream<DynamicTest> countsShouldHoldWhatTheListHolds() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.who(), () -> {
                    Viewer viewer = CaseHouse.viewer(
                            "someone",
                            row.role(),
                            Optional.of(row.unit()).filter(u -> !u.isEmpty()).map(UnitCode::new));
                    Map<Group, Integer> counts =
                            house.tx(CaseList.class, list -> list.counts(viewer, CaseFilter.of(Group.OPEN)));
                    assertThat(counts).containsEntry(Group.OPEN, row.sees().size());
                }));
    }

    @TestFactory
    Stream<DynamicTest> officesShouldReadNoNumberAndNoHour() {
        TicketNumber ticket = CASES.get("at the commune");
        house.tx(
                RegisterComplaint.class,
                register -> register.addText(ticket, LAN, "goi toi so 0912 345 678 nhe", "sms:7:modem"));
        return Stream.of(Role.OFFICER, Role.LEADER, Role.DELEGATE)
                .map(role -> DynamicTest.dynamicTest(role.name(), () -> {
                    Viewer viewer = CaseHouse.viewer("someone", role, Optional.of(new UnitCode(KHE_SANH)));
                    CaseView view = house.tx(CaseFile.class, file -> file.of(viewer, ticket))
                            .orElseThrow();
                    assertThat(view.caller()).isEmpty();
                    assertThat(view.said())
                            .allMatch(
                                    said -> said.at().isEmpty() && !said.text().contains("345"));
                    assertThat(view.steps())
                            .allMatch(
                                    step -> step.at().isEmpty() && step.actor().isEmpty());
                    assertThat(view.suggested()).isEmpty();
                    assertThat(view.said().isEmpty()).isEqualTo(role == Role.DELEGATE);
                }));
    }
}
