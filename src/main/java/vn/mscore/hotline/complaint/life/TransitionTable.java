package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.platform.Settings;

/** The table {@code complaint/transitions.tsv}. */
@Singleton
public class TransitionTable implements StateTable {
    private static final Set<State> OPEN =
            EnumSet.of(State.MOI, State.PHAN_LOAI, State.DA_CHUYEN, State.DANG_XU_LY, State.MO_LAI);

    private final Map<Cell, State> cells = new HashMap<>();

    private record Cell(CaseCommand command, Role role, State from) {}

    /** Reads it; refuses the start when it names an unknown command, role or state. */
    @Inject
    public TransitionTable(Settings settings) {
        Table table = Table.read(settings, "transitions.tsv", 4);
        for (String[] row : table.rows()) {
            try {
                add(row);
            } catch (IllegalArgumentException e) {
                table.check(false, row);
            }
        }
    }

    private void add(String[] row) {
        CaseCommand command =
                CaseCommand.valueOf(row[0].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        for (String role : row[1].split(",")) {
            for (State from : states(row[2])) {
                State to = row[3].equals("=") ? from : State.valueOf(row[3]);
                cells.put(new Cell(command, Role.valueOf(role), from), to);
            }
        }
    }

    private static Set<State> states(String column) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String name : column.split(",")) {
            switch (name) {
                case "*" -> states.addAll(Arrays.asList(State.values()));
                case "open" -> states.addAll(OPEN);
                default -> states.add(State.valueOf(name));
            }
        }
        return states;
    }

    @Override
    public Optional<State> next(CaseCommand command, Role role, State from) {
        return Optional.ofNullable(cells.get(new Cell(command, role, from)));
    }

    @Override
    public Set<CaseCommand> possible(Role role, State from) {
        Set<CaseCommand> commands = EnumSet.noneOf(CaseCommand.class);
        for (CaseCommand command : CaseCommand.values()) {
            next(command, role, from).ifPresent(state -> commands.add(command));
        }
        return commands;
    }

    @Override
    public boolean ever(CaseCommand command, Role role) {
        return Arrays.stream(State.values())
                .anyMatch(state -> next(command, role, state).isPresent());
    }
}
