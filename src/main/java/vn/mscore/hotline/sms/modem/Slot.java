package vn.mscore.hotline.sms.modem;

import java.util.List;

/**
 * What one slot of a storage gave.
 *
 * @param index its number
 * @param hex its PDU, or what came in its place; empty when nothing did
 * @param failure why {@code hex} is not its PDU, empty when it is
 * @param holds whether it surely holds a message
 */
record Slot(int index, String hex, String failure, boolean holds) {
    /** What is said of a PDU that does not keep to its length and comes otherwise the next time. */
    static final String UNSTEADY = "another PDU at each reading";

    static Slot empty(int index) {
        return new Slot(index, "", "", false);
    }

    /** An error: some modems answer it for an empty slot, too. */
    static Slot failed(int index, String why) {
        return new Slot(index, "", why, false);
    }

    /** What stands below a header. */
    static Slot below(int index, PduHeader header, List<String> lines) {
        String hex = header.pdu(lines);
        if (header.ofNothing() || (hex.isEmpty() && header.length().isEmpty())) {
            return empty(index);
        }
        String missing = hex.isEmpty() ? "no PDU below its header" : UNSTEADY;
        return new Slot(index, hex, header.fits(hex) ? "" : missing, true);
    }

    /** The same, when it is so at each reading: then this is what the modem holds. */
    Slot asItIs() {
        return new Slot(index, hex, "", holds);
    }

    /** Whether another reading would tell nothing new. */
    boolean settled() {
        return failure.isEmpty();
    }

    /** Whether a message was read. */
    boolean read() {
        return settled() && !hex.isEmpty();
    }
}
