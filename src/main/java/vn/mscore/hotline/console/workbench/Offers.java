package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.EndCases;

/** What the page offers: what the table of states lets the viewer do, less what would be refused for sure. */
@Singleton
public class Offers {
    /** What a decision within its undo window does not stand in the way of. */
    private static final Set<CaseCommand> WHILE_PENDING =
            EnumSet.of(CaseCommand.UNDO, CaseCommand.NOTE, CaseCommand.SUMMARIZE, CaseCommand.LINK, CaseCommand.UNLINK);

    private final CaseTime time;
    private final EndCases ends;

    /** Asks {@code time} what is late and what was extended, and {@code ends} what a citizen says through the desk. */
    @Inject
    public Offers(CaseTime time, EndCases ends) {
        this.time = time;
        this.ends = ends;
    }

    /** Those of {@code view.possible()} that make sense for {@code viewer} now. Needs a transaction. */
    Set<CaseCommand> of(Viewer viewer, CaseView view) {
        return view.possible().stream()
                .filter(command -> view.pending().isEmpty() || WHILE_PENDING.contains(command))
                .filter(command -> makesSense(command, viewer, view))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseCommand.class)));
    }

    private boolean makesSense(CaseCommand command, Viewer viewer, CaseView view) {
        return switch (command) {
            case EXPLAIN -> time.explainable(viewer, view.row().ticket());
            case EXTEND -> time.extendable(view.row().ticket());
            case PAUSE -> !isAbove(view) && time.pausable(view.row().ticket());
            case REFUSE, PASS_OUTSIDE -> !isAbove(view);
            case RESUME -> time.pausedSince(view.row().ticket()).isPresent();
            case CLOSE -> ends.closable(view.row().ticket());
            case REOPEN -> ends.reopenable(view.row().ticket());
            case UNDO -> view.pending().isPresent();
            case UNCLUSTER -> !view.bonds().cluster().isEmpty();
            case APOLOGIZE -> view.about().isPresent();
            default -> fits(command, view.row());
        };
    }

    /** Reopened and with an office above, the case is that office's. */
    private static boolean isAbove(CaseView view) {
        return view.row().state() == State.MO_LAI && view.unit().isPresent();
    }

    private static boolean fits(CaseCommand command, CaseRow row) {
        return switch (command) {
            case RELEASE -> row.holder().isPresent();
            case ANSWER -> row.classified();
            case WITHDRAW -> row.kind() != ComplaintKind.COMPLAINT && !row.urgent();
            case ACKNOWLEDGE -> row.unread();
            default -> true;
        };
    }
}
