package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.SortCases;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * One key for what the suggestion card shows: classify so, and send to its office unless the matter is risky. Nothing has
 * left the house when it is done: the undo window runs.
 */
@Singleton
public class QuickAccept {
    private final CaseFile file;
    private final SortCases sort;
    private final Categories categories;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public QuickAccept(CaseFile file, SortCases sort, Categories categories, InTransaction transaction) {
        this.file = file;
        this.sort = sort;
        this.categories = categories;
        this.transaction = transaction;
    }

    /**
     * What came of it.
     *
     * @param decision whether it was classified
     * @param notSent why it was classified and yet not sent to the office
     */
    public record Accepted(Decision decision, Optional<Reason> notSent) {
        private static Accepted only(Decision decision) {
            return new Accepted(decision, Optional.empty());
        }
    }

    /**
     * What a card says that is done.
     *
     * @param unit to whom it is sent; empty when it is classified only
     */
    public record Card(ComplaintKind kind, String category, Optional<UnitCode> unit) {
        /** Of a case of {@code kind} for which {@code suggestion} is made. */
        public static Card of(ComplaintKind kind, Suggestion suggestion) {
            return new Card(kind, suggestion.category(), suggestion.unit().filter(unit -> !suggestion.risky()));
        }
    }

    /** As {@code card} says, for the version that showed it; refused with what is suggested now when that is something else. */
    public Accepted accept(Grip grip, Card card) {
        Optional<CaseView> view = transaction.call(() -> file.of(grip.viewer(), grip.ticket()));
        if (view.isEmpty()) {
            return Accepted.only(Decision.refused("case.unknown", "không có phiếu này / no such case"));
        }
        return view.get()
                .suggested()
                .map(suggestion -> accept(grip, card, Card.of(view.get().row().kind(), suggestion), suggestion))
                .orElseGet(() -> Accepted.only(Decision.refused(
                        "case.no-suggestion", "các bảng không gợi ý gì / the tables suggest nothing")));
    }

    private Accepted accept(Grip grip, Card shown, Card now, Suggestion suggestion) {
        return shown.equals(now) ? once(grip, now) : Accepted.only(Decision.refused(changed(suggestion)));
    }

    private Reason changed(Suggestion now) {
        String category =
                categories.byCode(now.category()).orElseGet(categories::other).name();
        String said = category + now.unitName().map(name -> " → " + name.full()).orElse("");
        return new Reason(
                "case.suggestion-changed",
                "gợi ý đã đổi, nay là: " + said + " / the suggestion has changed to: " + said);
    }

    private Accepted once(Grip grip, Card card) {
        Decision classified = sort.classify(grip, confirmed(card.kind()), card.category());
        if (!classified.isDone() || card.unit().isEmpty()) {
            return Accepted.only(classified);
        }
        Grip next = new Grip(grip.viewer(), grip.ticket(), classified.version());
        Decision routed = sort.route(next, card.unit().get());
        return routed.isDone() ? Accepted.only(routed) : new Accepted(classified, routed.refusal());
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
