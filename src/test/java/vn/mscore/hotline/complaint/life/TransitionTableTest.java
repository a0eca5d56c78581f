package vn.mscore.hotline.complaint.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.ComplaintStatus.State;

class TransitionTableTest {
    private static final TransitionTable TABLE = new TransitionTable(key -> Optional.empty());
    private static final Set<State> REOPENED = EnumSet.of(State.DONG, State.TRUNG);
    private static final Set<State> ENDS =
            EnumSet.of(State.DONG, State.TU_CHOI, State.TRUNG, State.CHUYEN_KHAC, State.RUT);

    /** Every state, command and role: what is not in the file is refused. */
    @Test
    void everyCombinationShouldBeAsWrittenDown() throws IOException {
        List<String> cells = new ArrayList<>();
        for (CaseCommand command : CaseCommand.values()) {
            for (State state : State.values()) {
                for (Role role : Role.values()) {
                    TABLE.next(command, role, state)
                            .ifPresent(to -> cells.add(command.code() + "\t" + state + "\t" + role + "\t" + to));
                }
            }
        }
        try (InputStream in = getClass().getResourceAsStream("/complaint/states.tsv")) {
            List<String> expected = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(cells).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DELEGATE", "CUSTODIAN", "AUDITOR", "ADMINISTRATOR"})
    void rolesWithoutCasesShouldHaveNoCommand(Role role) {
        for (State state : State.values()) {
            assertThat(TABLE.possible(role, state)).isEmpty();
        }
    }

    @Test
    void officesShouldNeverSortRouteOrEnd() {
        for (CaseCommand desk : List.of(
                CaseCommand.TAKE,
                CaseCommand.CLASSIFY,
                CaseCommand.ROUTE,
                CaseCommand.REFUSE,
                CaseCommand.CLOSE,
                CaseCommand.MERGE,
                CaseCommand.UNMERGE)) {
            assertThat(TABLE.ever(desk, Role.OFFICER)).isFalse();
            assertThat(TABLE.ever(desk, Role.LEADER)).isFalse();
        }
    }

    @Test
    void everyOpenStateShouldBeReachedFromTheFirstAndHaveAWayOut() {
        assertThat(reachable(State.MOI)).containsAll(EnumSet.complementOf(EnumSet.of(State.MOI)));
        for (State state : EnumSet.complementOf(EnumSet.copyOf(ENDS))) {
            assertThat(reachable(state)).as("ends after " + state).anyMatch(ENDS::contains);
        }
    }

    private static Set<State> reachable(State from) {
        Set<State> seen = EnumSet.noneOf(State.class);
        Deque<State> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            State state = next.remove();
            for (CaseCommand command : CaseCommand.values()) {
                for (Role role : Role.values()) {
                    TABLE.next(command, role, state).filter(to -> seen.add(to)).ifPresent(next::add);
                }
            }
        }
        return seen;
    }

    @Test
    void endedCaseShouldMoveOnlyByReopeningOrTakingOutOfAMerge() {
        for (State end : ENDS) {
            for (CaseCommand command : CaseCommand.values()) {
                for (Role role : Role.values()) {
                    boolean moves = TABLE.next(command, role, end)
                            .filter(to -> to != end)
                            .isPresent();
                    assertThat(moves).isEqualTo(moves && command == CaseCommand.REOPEN && REOPENED.contains(end));
                }
            }
        }
    }
}
