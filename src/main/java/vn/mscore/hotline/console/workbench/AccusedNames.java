package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** The office a case complains about, as its page shows it; none to delegates. Reads need a transaction. */
@Singleton
public class AccusedNames {
    private final AccusedOffices accused;
    private final Units units;

    /** Joined by CDI. */
    @Inject
    public AccusedNames(AccusedOffices accused, Units units) {
        this.accused = accused;
        this.units = units;
    }

    Optional<Line> of(Viewer viewer, TicketNumber ticket) {
        return accused.of(ticket)
                .filter(stated -> !viewer.is(Role.DELEGATE))
                .map(stated -> new Line(
                        stated.unit().map(UnitCode::value).orElse(""),
                        stated.unit().map(unit -> units.name(unit).full()).orElse("")));
    }

    /** What was stated; both are empty for "not known". */
    public record Line(String code, String name) {}
}
