package vn.mscore.hotline.complaint;

import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.ComplaintStatus.State;

/** The life cycle (R7) as a table, {@code complaint/transitions.tsv}: which role may do what in which state. Pure. */
public interface StateTable {
    /** The state after a command; the same one when it does not move the case; empty when it is not allowed. */
    Optional<State> next(CaseCommand command, Role role, State from);

    /** What a role may do in a state: the buttons of a screen. */
    Set<CaseCommand> possible(Role role, State from);

    /** Whether a role may do it in some state. */
    boolean ever(CaseCommand command, Role role);
}
