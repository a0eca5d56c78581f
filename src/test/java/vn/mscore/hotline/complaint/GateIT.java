package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.life.Gate;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Every command in every state by every role, of the own and of another office, against what is written down. */
class GateIT {
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode OTHER = new UnitCode("LB-UBND");

    private static Set<String> allowed() throws IOException {
        try (InputStream in = GateIT.class.getResourceAsStream("/complaint/states.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .collect(Collectors.toSet());
        }
    }

    private final List<String> wrong = new ArrayList<>();

    private record Cell(CaseCommand command, State state, Role role, UnitCode unit) {
        Viewer viewer() {
            return CaseHouse.viewer("x", role, Optional.of(unit));
        }

        String expected(Set<String> allowed, Set<String> ever) {
            if (!ever.contains(command.code() + "\t" + role)) {
                return "case.not-yours";
            }
            if (role != Role.OPERATOR && !unit.equals(COMMUNE)) {
                return "case.unknown";
            }
            return allowed.contains(command.code() + "\t" + state + "\t" + role) ? "done" : "case.state";
        }

        /** Whatever its state: as a case that never was. */
        String whenSealed(Set<String> ever) {
            return ever.contains(command.code() + "\t" + role) ? "case.unknown" : "case.not-yours";
        }
    }

    private static List<Cell> cells(State state) {
        List<Cell> cells = new ArrayList<>();
        for (CaseCommand command : CaseCommand.values()) {
            for (Role role : Role.values()) {
                cells.add(new Cell(command, state, role, COMMUNE));
                cells.add(new Cell(command, state, role, OTHER));
            }
        }
        return cells;
    }

    @Test
    void caseThatAColleagueHasTakenShouldBeDecidedOnlyByWhoeverTakesItOver() {
        Viewer hoa = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
        Viewer tuan = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());
        try (CaseHouse house = CaseHouse.atVietnam("2026-08-03T09:30")) {
            house.unit(COMMUNE, Optional.empty());
            TicketNumber ticket = house.feedback(new PhoneNumber("+84912345678"), "duong o ga");
            SortCases desk = house.get(SortCases.class);
            CaseHouse.done(desk.take(house.grip(hoa, ticket)));
            CaseHouse.done(desk.classify(house.grip(hoa, ticket), ComplaintKind.FEEDBACK, "GTDB"));
            assertThat(desk.classify(house.grip(tuan, ticket), ComplaintKind.FEEDBACK, "MTRG")
                            .refusal())
                    .contains(new Reason("case.held", "hoa đang giữ phiếu này / hoa has taken this case"));
            assertThat(CaseHouse.code(desk.route(house.grip(tuan, ticket), COMMUNE)))
                    .isEqualTo("case.held");
            assertThat(CaseHouse.code(desk.take(house.grip(tuan, ticket)))).isEqualTo("case.taken");
            int seen = house.version(ticket);
            CaseHouse.done(desk.take(house.grip(tuan, ticket), true));
            CaseHouse.done(desk.classify(house.grip(tuan, ticket), ComplaintKind.FEEDBACK, "MTRG"));
            CaseHouse.done(desk.route(house.grip(tuan, ticket), COMMUNE));
            List<CaseLog.Entry> after = house.tx(CaseLog.class, log -> log.since(ticket, seen));
            assertThat(after)
                    .extracting(entry -> entry.deed() + ": " + entry.note())
                    .containsExactly(
                            "take-over: ", "classify: FEEDBACK GTDB > FEEDBACK MTRG", "route-planned: KS-UBND");
        }
    }

    private static String did(Gate gate, CaseCommand command, Grip grip) {
        Decision decision = gate.pass(command, grip, held -> Optional.empty());
        return decision.refusal().map(Reason::code).orElse("done");
    }

    @Test
    void gateShouldLetThroughWhatIsWrittenDownAndNothingElse() throws IOException {
        Set<String> allowed = allowed();
        Set<String> ever = allowed.stream()
                .map(line -> line.split("\t")[0] + "\t" + line.split("\t")[2])
                .collect(Collectors.toSet());
        try (CaseHouse house = CaseHouse.atVietnam("2026-08-03T09:30")) {
            house.unit(COMMUNE, Optional.empty());
            house.unit(OTHER, Optional.empty());
            TicketNumber ticket = house.feedback(new PhoneNumber("+84912345678"), "duong o ga");
            Gate gate = house.house().get(Gate.class);
            int version = house.version(ticket);
            for (State state : State.values()) {
                house.sql(
                        "update complaint set classified = true, unit = 'KS-UBND', unit_name = 'KS', unit_ascii = 'KS',"
                                + " state = '" + state + "'");
                for (Cell cell : cells(state)) {
                    String was = did(gate, cell.command(), new Grip(cell.viewer(), ticket, version));
                    if (!was.equals(cell.expected(allowed, ever))) {
                        wrong.add(cell + ": " + was);
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(house.version(ticket)).as("nothing was written").isEqualTo(version);
            for (State state : State.values()) {
                house.sql("update complaint set secret = true, state = '" + state + "'");
                cells(state).stream()
                        .filter(cell -> cell.unit().equals(COMMUNE))
                        .map(cell -> cell + ": " + did(gate, cell.command(), new Grip(cell.viewer(), ticket, version))
                                + ", not " + cell.whenSealed(ever))
                        .filter(line -> !line.matches(".*: (\\S+), not \\1"))
                        .forEach(wrong::add);
            }
            assertThat(wrong).as("sealed, in every state").isEmpty();
            assertThat(house.version(ticket)).as("nothing was written").isEqualTo(version);
        }
    }
}
