package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/** How cases were written down for somebody else. Needs a transaction; the caller has checked that the case may be seen. */
public interface EnteredCases {
    /** Who wrote {@code ticket} down, for operators only; empty when the citizen wrote or spoke to the gateway himself. */
    Optional<EnteredBy> of(Viewer viewer, TicketNumber ticket);

    /**
     * Who wrote it down.
     *
     * @param name as colleagues know him
     * @param channel how the citizen came
     * @param cannotWrite the citizen cannot read or write
     * @param readBack when it was read back and confirmed
     */
    record EnteredBy(String name, EnterCase.Channel channel, boolean cannotWrite, Instant readBack) {}
}
