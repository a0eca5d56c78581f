package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Suggestions;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.complaint.life.Deadlines;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Units;

/**
 * Suggests by the tables of words, routes and clocks, by the stage log of the dossier, the communes
 * that are named, and by what looks the same.
 */
@Singleton
public class TableSuggestions implements Suggestions {
    /** What may be about the office that would get it, and what its citizen is still asked about. */
    private static final Set<ComplaintKind> RISKY =
            EnumSet.of(ComplaintKind.COMPLAINT, ComplaintKind.DENUNCIATION, ComplaintKind.SUGGESTION_OR_COMPLAINT);

    private final Complaints complaints;
    private final Triage triage;
    private final Categories categories;
    private final Ways ways;
    private final Deadlines deadlines;
    private final Units units;
    private final Twins twins;

    /** Joined by CDI. */
    @Inject
    TableSuggestions(
            Complaints complaints,
            Triage triage,
            Categories categories,
            Ways ways,
            Deadlines deadlines,
            Units units,
            Twins twins) {
        this.complaints = complaints;
        this.triage = triage;
        this.categories = categories;
        this.ways = ways;
        this.deadlines = deadlines;
        this.units = units;
        this.twins = twins;
    }

    @Override
    public Optional<Suggestion> of(TicketNumber ticket, Predicate<TicketNumber> hidden) {
        return complaints
                .see(ticket)
                .filter(complaint -> !complaint.secret() && complaint.isOpen())
                .map(complaint -> suggestion(complaint, hidden));
    }

    /** A line of the triage is a list's or category's name and the words found. */
    private static Why why(String line) {
        int colon = line.indexOf(": ");
        String list = colon < 0 ? "" : line.substring(0, colon);
        return switch (list) {
            case "urgent" -> new Why("suggest.urgent", line.substring(colon + 2));
            case "secret", "officer and money" -> new Why("suggest.secret", line.substring(colon + 2));
            case "officer named" -> new Why("suggest.officer-named", line.substring(colon + 2));
            default -> new Why("suggest.word", line);
        };
    }

    private Suggestion suggestion(Complaint complaint, Predicate<TicketNumber> hidden) {
        List<String> words = complaints.words(complaint);
        Triage.Suggestion seen = triage.suggest(String.join("\n", words));
        boolean said = isSaid(complaint);
        Category category = said ? known(complaint) : laid(seen).orElseGet(() -> known(complaint));
        Directions.Direction direction = ways.of(complaint, category, words, hidden);
        List<Why> why = new ArrayList<>(direction.why());
        seen.why().stream().map(TableSuggestions::why).forEach(why::add);
        return new Suggestion(
                category.code(),
                said ? 1 : Confidence.of(seen),
                direction.unit(),
                direction.unit().map(units::name),
                direction.notTo(),
                category.lead(complaint.registeredOn()),
                category.committee(),
                deadlines.answer(complaint, kind(complaint), category.code()).due(),
                RISKY.contains(complaint.kind())
                        || seen.secret()
                        || seen.urgent()
                        || seen.named()
                        || category.secret()
                        || category.neverOwn(),
                List.copyOf(why),
                twins.of(complaint, words, hidden));
    }

    /** The desk, or the citizen with a khiếu nại, has said what it is: words do not guess against it. */
    private static boolean isSaid(Complaint complaint) {
        return complaint.classified() || complaint.kind() == ComplaintKind.COMPLAINT;
    }

    /** As the deployer changed it: the words are sorted by the table alone. */
    private Optional<Category> laid(Triage.Suggestion seen) {
        return seen.category().flatMap(category -> categories.byCode(category.code()));
    }

    private Category known(Complaint complaint) {
        return categories.byCode(complaint.category()).orElseGet(categories::other);
    }

    private static ComplaintKind kind(Complaint complaint) {
        return complaint.kind() == ComplaintKind.UNCLASSIFIED ? ComplaintKind.FEEDBACK : complaint.kind();
    }
}
