package vn.mscore.hotline.complaint.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/**
 * Routes by the table of categories and the tree of offices: to whom the deployer named, else to the nearest office that leads in the field, else to the
 * office of today; where its own people are complained about, to the office above it.
 */
@Singleton
public class TableRouting implements Routing {
    private static final int HIGHEST = 12;
    private static final int LOOKED_AT = 500;

    private final Units units;
    private final OfficesOfToday today;

    /** Knows offices by {@code units}. */
    @Inject
    public TableRouting(Units units, OfficesOfToday today) {
        this.units = units;
        this.today = today;
    }

    @Override
    public Route suggest(Category category, LocalDate day, Optional<UnitCode> office) {
        Optional<UnitCode> today = office.map(unit -> units.successor(unit, category.code(), day));
        Optional<UnitCode> verifier = named(category, day).or(() -> byTheTree(category, today, day));
        return new Route(category.lead(day), verifier, category.committee());
    }

    /** Whom the deployer named, or who follows it. */
    private Optional<UnitCode> named(Category category, LocalDate day) {
        return category.named()
                .flatMap(Category.Named::unit)
                .map(unit -> units.successor(unit, category.code(), day))
                .filter(unit ->
                        units.find(unit).filter(found -> found.existsOn(day)).isPresent());
    }

    /** Where its own people are complained about words of the deployer change nothing; else they mean nobody of the tree. */
    private Optional<UnitCode> byTheTree(Category category, Optional<UnitCode> today, LocalDate day) {
        if (category.neverOwn()) {
            return today.flatMap(units::find).flatMap(Unit::parent);
        }
        if (category.named().isPresent()) {
            return Optional.empty();
        }
        return today.isEmpty()
                ? everywhere(category, day)
                : today.flatMap(at -> lead(category, at, day)).or(() -> today);
    }

    /** Without an office or a place: the one wanted first when there is only one of them in the whole tree. */
    private Optional<UnitCode> everywhere(Category category, LocalDate day) {
        return category.leads().stream()
                .limit(1)
                .filter(lead -> !lead.name().isEmpty())
                .flatMap(lead -> {
                    List<Unit> leading = units.search(lead.name(), LOOKED_AT).stream()
                            .filter(unit -> unit.existsOn(day) && lead.is(unit))
                            .toList();
                    return leading.size() == 1 ? leading.stream().map(Unit::code) : Stream.empty();
                })
                .findFirst();
    }

    /** The first that leads among the office, those beside and below it, then among the next ones upwards. */
    private Optional<UnitCode> lead(Category category, UnitCode office, LocalDate day) {
        return upwards(office)
                .map(at -> Stream.concat(Stream.of(at), units.children(at.code(), day).stream())
                        .filter(unit -> unit.existsOn(day))
                        .toList())
                .flatMap(near -> category.leads().stream().flatMap(lead -> only(lead, near).stream()))
                .map(Unit::code)
                .findFirst();
    }

    /** The first of {@code near} when it leads; of those beside and below it only one that is alone: no commune is guessed. */
    private static Optional<Unit> only(Category.Lead lead, List<Unit> near) {
        List<Unit> leading = near.stream().filter(lead::is).toList();
        return leading.stream().findFirst().filter(first -> leading.size() == 1 || first.equals(near.get(0)));
    }

    private Stream<Unit> upwards(UnitCode office) {
        return Stream.iterate(units.find(office), Optional::isPresent, at -> at.flatMap(Unit::parent)
                        .flatMap(units::find))
                .limit(HIGHEST)
                .map(Optional::orElseThrow);
    }

    @Override
    public boolean mayVerify(Category category, Optional<UnitCode> office, UnitCode unit) {
        return !category.neverOwn()
                || office.filter(own -> isPartOf(category, own, unit)).isEmpty();
    }

    @Override
    public boolean isPartOf(Category category, UnitCode office, UnitCode unit) {
        UnitCode receiver = today.standsFor(unit, category.code());
        return isOneHouse(today.standsFor(office, category.code()), receiver);
    }

    /** The office itself, one below it, or the one-stop unit under the same roof. */
    private boolean isOneHouse(UnitCode own, UnitCode receiver) {
        return own.equals(receiver)
                || units.answersFor(own, true, today.day()).contains(receiver)
                || units.find(receiver)
                        .filter(found -> found.kind() == UnitKind.ONE_STOP)
                        .flatMap(Unit::parent)
                        .filter(roof -> above(own).equals(Optional.of(roof)))
                        .isPresent();
    }

    private Optional<UnitCode> above(UnitCode unit) {
        return units.find(unit).flatMap(Unit::parent);
    }
}
