package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.CaseView.Step;
import vn.mscore.hotline.shared.TicketNumber;

/** The case that was worked on just before, said on the page one came to, with the key that takes it back while it can be. */
@Singleton
public class LastCase {
    private static final int LONGEST = 20;

    private final CaseFile file;
    private final OfficeNames offices;

    /** Joined by CDI. */
    @Inject
    public LastCase(CaseFile file, OfficeNames offices) {
        this.file = file;
        this.offices = offices;
    }

    /** What {@code done} of an address names; empty when it is not there for {@code viewer}, or not his work. Needs a transaction. */
    Optional<Done> of(Viewer viewer, String done) {
        return Optional.ofNullable(done)
                .filter(text -> text.length() <= LONGEST)
                .flatMap(TicketNumber::parse)
                .flatMap(ticket -> file.of(viewer, ticket))
                .filter(view -> view.pending().isPresent() || isOf(viewer, view.steps()))
                .map(view -> new Done(view, offices.of(view)));
    }

    private static boolean isOf(Viewer viewer, List<Step> steps) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).actor().equals(viewer.login());
    }

    /** The case as it is now, and the names of its offices. Templates call it. */
    public record Done(CaseView view, OfficeNames.Names offices) {
        /** What was done last. */
        public Step step() {
            return view.steps().get(view.steps().size() - 1);
        }
    }
}
