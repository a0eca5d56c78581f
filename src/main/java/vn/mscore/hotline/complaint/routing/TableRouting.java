package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/**
 * Routes by the table of categories and the tree of offices: to the office of today; where its own people are complained
 * about, to the office above it.
 */
@Singleton
public class TableRouting implements Routing {
    private final Units units;

    /** Knows offices by {@code units}. */
    @Inject
    public TableRouting(Units units) {
        this.units = units;
    }

    @Override
    public Route suggest(Category category, LocalDate day, Optional<UnitCode> office) {
        Optional<UnitCode> today = office.map(unit -> units.successor(unit, category.code(), day));
        Optional<UnitCode> verifier =
                category.neverOwn() ? today.flatMap(units::find).flatMap(Unit::parent) : today;
        return new Route(category.lead(day), verifier, category.committee());
    }

    @Override
    public boolean mayVerify(Category category, Optional<UnitCode> office, UnitCode unit) {
        return !category.neverOwn() || office.map(own -> !own.equals(unit)).orElse(true);
    }
}
