package vn.mscore.hotline.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/**
 * An office, as long as it existed.
 *
 * @param name full Vietnamese name and short ASCII name
 * @param parent the office above, empty for a root
 * @param validFrom its first day
 * @param validTo its last day, empty while it exists
 * @param identifiers agency identifiers of dossier codes, for instance {@code H50.15} (QD 20/2020/QD-TTg)
 * @param phone its public number, empty when none
 * @param address where citizens go
 */
public record Unit(
        UnitCode code,
        UnitName name,
        UnitKind kind,
        Optional<UnitCode> parent,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        List<String> identifiers,
        Optional<String> phone,
        Optional<String> address) {
    /** Whether it exists on {@code day}. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
