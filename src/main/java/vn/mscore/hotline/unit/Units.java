package vn.mscore.hotline.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** The tree of offices, dated, with successors. Abolished offices stay readable. Reads need a transaction. */
public interface Units {
    /** The office with this code, existing or abolished. */
    Optional<Unit> find(UnitCode code);

    /** The office that bore an agency identifier on {@code day}. */
    Optional<Unit> byIdentifier(String identifier, LocalDate day);

    /**
     * Who answers on {@code day} for what {@code unit} once did in {@code field}: the office itself while it exists, else its
     * successor for that field, else its successor for all other fields, and so on. The last one known when nobody follows.
     */
    UnitCode successor(UnitCode unit, String field, LocalDate day);

    /** How an office is called; its code when it is not known, so that an answer never fails for a name. */
    UnitName name(UnitCode unit);

    /** The offices directly below that exist on {@code day}, by code. */
    List<Unit> children(UnitCode parent, LocalDate day);

    /** Full names by code of all offices of these kinds that ever were. */
    Map<UnitCode, String> named(Set<UnitKind> kinds);

    /** The codes of all offices that ever were: for imports, which check many. */
    Set<String> codes();

    /**
     * The offices that {@code unit} answers for on {@code day}: itself, those it follows in all fields and, when
     * {@code below}, the same for every office below it. Empty when there is no such office.
     */
    Set<UnitCode> answersFor(UnitCode unit, boolean below, LocalDate day);

    /** Offices of which code, short name or name hold {@code words}, accents or not; by code, at most {@code limit}. */
    List<Unit> search(String words, int limit);

    /** Who follows an office, as it was fed. */
    List<FedUnit.Successor> successors(UnitCode unit);
}
