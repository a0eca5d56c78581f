package vn.mscore.hotline.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An office as the authority feeds it.
 *
 * @param unit the office
 * @param successors all its successors; empty optional leaves those already known, as the unit file does
 */
public record FedUnit(Unit unit, Optional<List<Successor>> successors) {
    /**
     * Who follows an office.
     *
     * @param field the field of service, empty text for all others
     * @param unit the code of the follower
     * @param from its first day
     */
    public record Successor(String field, String unit, LocalDate from) {}
}
