package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/**
 * One line of a stage log.
 *
 * @param officer who had it; never told to citizens
 * @param leftAt empty while it is open
 * @param allowedMinutes working minutes allowed, empty when no limit was set
 * @param pauseReason set when this time does not count: waiting for the citizen, for a payment
 */
public record FedStage(
        String name,
        UnitCode unit,
        Optional<String> officer,
        Instant enteredAt,
        Optional<Instant> leftAt,
        Optional<Integer> allowedMinutes,
        Optional<String> pauseReason) {
    /** Whether its time does not count. */
    public boolean paused() {
        return pauseReason.isPresent();
    }
}
