package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;

/** What is shown of a case to who must keep off it: its ticket, and the way to give it away; not why. */
@Singleton
public class AnothersCase {
    private final CaseList list;
    private final StateTable table;
    private final InTransaction transaction;

    /** Shows only what {@code list} would show; {@code table} says who gives a case back. */
    @Inject
    public AnothersCase(CaseList list, StateTable table, InTransaction transaction) {
        this.list = list;
        this.table = table;
        this.transaction = transaction;
    }

    /** Empty when the viewer may not see it at all. */
    Optional<Map<String, Object>> of(Asked asked, TicketNumber ticket) {
        return transaction
                .call(() -> list.row(asked.viewer(), ticket).flatMap(QueueItem::row))
                .map(row -> Map.of(
                        "c",
                        new Kept(row),
                        "gives",
                        may(asked, row, CaseCommand.HAND_BACK),
                        "releases",
                        may(asked, row, CaseCommand.RELEASE)
                                && row.holder()
                                        .equals(Optional.of(asked.viewer().name()))));
    }

    private boolean may(Asked asked, CaseRow row, CaseCommand command) {
        return table.possible(asked.viewer().role(), row.state()).contains(command);
    }

    /** As the forms of a case want it. */
    public record Kept(CaseRow row) {}
}
