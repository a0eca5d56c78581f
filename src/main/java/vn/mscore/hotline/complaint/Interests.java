package vn.mscore.hotline.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Offices with which a person of the desk or of an office, or a custodian, is related by work or family: cases about them, or about offices below them, are
 * for a colleague (security R12). Needs a transaction.
 */
public interface Interests {
    /** How long a relation keeps somebody off after he ended it: whom it keeps off must not lift it for one case. */
    Duration STAYS = Duration.ofDays(30);

    /** What was declared so short a time ago ends at once: a slip of the hand. */
    Duration FRESH = Duration.ofHours(1);

    /** What keeps this person off cases now, by code. */
    List<Declared> of(Viewer viewer);

    /**
     * Declares one; audited. Refusals: {@code complaint.unit}, {@code interest.own-office} for the office one works for and
     * those above it.
     */
    Optional<Reason> declare(Viewer viewer, UnitCode unit);

    /** Ends one {@link #STAYS} from now; audited, and the declaration stays readable. Refusal: {@code complaint.unit}. */
    Optional<Reason> end(Viewer viewer, UnitCode unit);

    /** Which offices this person keeps off cases about, for many cases: what was declared is read once. */
    Predicate<List<UnitCode>> touching(Viewer viewer);

    /** Why this person keeps off a case about {@code offices}: {@code case.own-interest}; empty when nothing speaks against it. */
    Optional<Reason> against(Viewer viewer, List<UnitCode> offices);

    /**
     * An office somebody is related with.
     *
     * @param ends from when on no more; empty until he ends it
     */
    record Declared(UnitCode unit, Optional<Instant> ends) {}
}
