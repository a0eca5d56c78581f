package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Category.Named;
import vn.mscore.hotline.complaint.RouteDesk.Change;
import vn.mscore.hotline.complaint.triage.ComplaintTables;

/**
 * The table of categories with today's changes of leads and clocks laid over it. A lead that was changed is the office named
 * with it, or only words: the tree of offices is no longer asked for it.
 */
@Singleton
public class LaidCategories implements Categories {
    private final ComplaintTables tables;
    private final Clock clock;
    private volatile List<Change> changes = List.of();

    /** Lays over {@code tables}. */
    @Inject
    public LaidCategories(ComplaintTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Replaces the changes, the newest first. */
    void lay(List<Change> newestFirst) {
        changes = List.copyOf(newestFirst);
    }

    @Override
    public List<Category> all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
        return tables.all().stream().map(category -> on(today, category)).toList();
    }

    private Category on(LocalDate today, Category category) {
        return changes.stream()
                .filter(change -> change.category().equals(category.code()))
                .filter(change -> !change.from().isAfter(today))
                .max((one, other) -> one.from().compareTo(other.from()))
                .map(change -> laid(category, change))
                .orElse(category);
    }

    private static Category laid(Category below, Change change) {
        return new Category(
                below.code(),
                below.name(),
                below.committee(),
                change.forwardDays(),
                change.answerDays(),
                below.secret(),
                below.neverOwn(),
                below.threeTierLead(),
                change.lead(),
                below.words(),
                below.leads(),
                named(below, change));
    }

    /** Words that were not changed leave it to the tree who they mean. */
    private static Optional<Named> named(Category below, Change change) {
        boolean asBefore = change.unit().isEmpty() && change.lead().strip().equals(below.twoTierLead());
        return asBefore ? Optional.empty() : Optional.of(new Named(change.unit()));
    }
}
