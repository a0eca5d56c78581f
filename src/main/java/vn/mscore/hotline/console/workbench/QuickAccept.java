package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.SortCases;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.platform.InTransaction;

/**
 * One key for what the suggestion card shows: classify so, and send to its office unless the matter is risky. Nothing has
 * left the house when it is done: the undo window runs.
 */
@Singleton
public class QuickAccept {
    private final CaseFile file;
    private final SortCases sort;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public QuickAccept(CaseFile file, SortCases sort, InTransaction transaction) {
        this.file = file;
        this.sort = sort;
        this.transaction = transaction;
    }

    /** As the card says, for the version that showed it. */
    public Decision accept(Grip grip) {
        Optional<CaseView> view = transaction.call(() -> file.of(grip.viewer(), grip.ticket()));
        if (view.isEmpty()) {
            return Decision.refused("case.unknown", "không có phiếu này / no such case");
        }
        return view.get()
                .suggested()
                .map(suggestion -> accept(grip, view.get().row().kind(), suggestion))
                .orElseGet(() ->
                        Decision.refused("case.no-suggestion", "các bảng không gợi ý gì / the tables suggest nothing"));
    }

    private Decision accept(Grip grip, ComplaintKind kind, Suggestion suggestion) {
        Decision classified = sort.classify(grip, confirmed(kind), suggestion.category());
        if (!classified.isDone() || suggestion.risky() || suggestion.unit().isEmpty()) {
            return classified;
        }
        Grip next = new Grip(grip.viewer(), grip.ticket(), classified.version());
        Decision routed = sort.route(next, suggestion.unit().get());
        return routed.isDone() ? routed : classified;
    }

    /** What the citizen's keyword said stands; words without one are a feedback. */
    private static ComplaintKind confirmed(ComplaintKind kind) {
        return switch (kind) {
            case UNCLASSIFIED -> ComplaintKind.FEEDBACK;
            case SUGGESTION_OR_COMPLAINT -> ComplaintKind.SUGGESTION;
            default -> kind;
        };
    }
}
