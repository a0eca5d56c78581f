package vn.mscore.hotline.complaint.reading;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.PendingDeeds;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.complaint.Suggestions;
import vn.mscore.hotline.shared.TicketNumber;

/** What hangs on a case that may be seen, cut to the viewer's role. */
@Singleton
public class CaseParts {
    private final CaseNotes notes;
    private final CaseBonds bonds;
    private final Suggestions suggestions;
    private final PendingDeeds pending;
    private final StateTable table;
    private final CaseList list;
    private final Impartial impartial;

    /** Other cases are shown only if {@code list} lets the viewer see them, and add to a suggestion only if {@code impartial} does. */
    @Inject
    public CaseParts(
            CaseNotes notes,
            CaseBonds bonds,
            Suggestions suggestions,
            PendingDeeds pending,
            StateTable table,
            CaseList list,
            Impartial impartial) {
        this.notes = notes;
        this.bonds = bonds;
        this.suggestions = suggestions;
        this.pending = pending;
        this.table = table;
        this.list = list;
        this.impartial = impartial;
    }

    /** The parts of a case view of the same names. */
    public record Parts(
            Optional<String> summary,
            List<CaseNotes.Note> notes,
            CaseBonds.Bonds bonds,
            Optional<Suggestions.Suggestion> suggested,
            Optional<PendingDeeds.Pending> pending,
            Set<CaseCommand> possible) {}

    /** What {@code viewer}, who may see the case {@code row}, may see of the rest. */
    public Parts of(Viewer viewer, CaseRow row) {
        TicketNumber ticket = row.ticket();
        boolean operator = viewer.is(Role.OPERATOR);
        boolean reader = viewer.is(Role.DELEGATE);
        return new Parts(
                notes.summary(ticket),
                reader ? List.of() : notes.of(viewer, ticket),
                visible(viewer, bonds.of(ticket)),
                operator && row.state().isOpen()
                        ? suggestions.of(ticket, impartial.offLimits(viewer))
                        : Optional.empty(),
                pending.of(viewer, ticket),
                table.possible(viewer.role(), row.state()));
    }

    private CaseBonds.Bonds visible(Viewer viewer, CaseBonds.Bonds all) {
        return new CaseBonds.Bonds(
                visible(viewer, all.links()),
                visible(viewer, all.cluster()),
                visible(viewer, all.merged()),
                visible(viewer, all.mergedInto()));
    }

    private List<TicketNumber> visible(Viewer viewer, List<TicketNumber> tickets) {
        return tickets.stream()
                .filter(ticket -> list.row(viewer, ticket).isPresent())
                .toList();
    }
}
