package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: to whom a complaint should go. A suggestion; an operator confirms. */
public interface Routing {
    /** The route of a complaint of {@code category} received on {@code day} about {@code office}, if known. */
    Route suggest(Category category, LocalDate day, Optional<UnitCode> office);

    /**
     * Whether {@code unit} may verify a complaint of {@code category} about {@code office}: never the office itself where
     * its own people are complained about.
     */
    boolean mayVerify(Category category, Optional<UnitCode> office, UnitCode unit);

    /** The same of both offices complained about: whom the desk stated verifies nothing about himself, whatever the field. */
    default boolean mayVerify(
            Category category, Optional<UnitCode> stated, Optional<UnitCode> ofDossier, UnitCode unit) {
        return stated.filter(office -> isPartOf(category, office, unit)).isEmpty()
                && mayVerify(category, ofDossier, unit);
    }

    /** Whether {@code unit} is {@code office} of today, one below it, or the one-stop unit under the same roof. */
    boolean isPartOf(Category category, UnitCode office, UnitCode unit);

    /**
     * A suggestion.
     *
     * @param lead who leads, in words
     * @param unit the office itself where the tree tells it
     * @param committee which committee of the council gets a copy
     */
    record Route(String lead, Optional<UnitCode> unit, String committee) {}
}
