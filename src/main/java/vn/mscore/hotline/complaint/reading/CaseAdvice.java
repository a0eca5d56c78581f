package vn.mscore.hotline.complaint.reading;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** What the tables make of a case: field, office, deadline, and why. */
@Singleton
public class CaseAdvice {
    private final Triage triage;
    private final Routing routing;
    private final Categories categories;
    private final DossierLookup dossiers;
    private final Units units;
    private final WorkCalendar calendar;

    /** Asks the tables. */
    @Inject
    public CaseAdvice(
            Triage triage,
            Routing routing,
            Categories categories,
            DossierLookup dossiers,
            Units units,
            WorkCalendars calendars) {
        this.triage = triage;
        this.routing = routing;
        this.categories = categories;
        this.dossiers = dossiers;
        this.units = units;
        this.calendar = calendars.national();
    }

    /** For a case as an operator sees it. */
    public CaseView.Suggested on(CaseView view) {
        String words = view.said().stream()
                .filter(said -> said.author().equals("CITIZEN"))
                .map(CaseView.Said::text)
                .collect(Collectors.joining("\n"));
        Triage.Suggestion seen = triage.suggest(words);
        Category category =
                seen.category().or(() -> categories.byCode(view.categoryCode())).orElseGet(categories::other);
        Optional<UnitCode> about = view.about().flatMap(dossiers::scoreSubject).map(ScoreSubject::unit);
        return advice(view, category, seen, routing.suggest(category, view.registered(), about));
    }

    private CaseView.Suggested advice(CaseView view, Category category, Triage.Suggestion seen, Routing.Route route) {
        LocalDate due = calendar.plusWorkingDays(view.registered(), category.answerDays());
        return new CaseView.Suggested(
                kind(view.row().kind()),
                category.code(),
                category.name(),
                seen.sure(),
                route.unit(),
                route.unit().map(units::name),
                route.lead(),
                due,
                List.copyOf(seen.why()));
    }

    private static ComplaintKind kind(ComplaintKind now) {
        return switch (now) {
            case UNCLASSIFIED -> ComplaintKind.FEEDBACK;
            case SUGGESTION_OR_COMPLAINT -> ComplaintKind.SUGGESTION;
            default -> now;
        };
    }
}
