package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Five wrong receipt codes a day for a number and a ticket, by text and telephone together: who guesses shuts himself out and
 * not the one who reported (security R36). The bound over all numbers is the ticket's own.
 */
@Singleton
public class ReceiptTries {
    private static final String WRONG = "receipt.code";
    private static final int MOST = 5;
    private static final Duration DAY = Duration.ofHours(24);

    private final Limits limits;

    /** Counts by {@code limits}. */
    @Inject
    public ReceiptTries(Limits limits) {
        this.limits = limits;
    }

    /**
     * Whether the code opens: asked only while {@code from} may still try, so that a try too many is not counted against the
     * ticket either.
     *
     * @param from empty for hidden numbers, which share their tries
     */
    public boolean opens(TicketNumber ticket, Optional<PhoneNumber> from, BooleanSupplier code) {
        String who = from.map(PhoneNumber::e164).orElse("hidden") + "|" + ticket.digits();
        boolean right = limits.held(WRONG, who, DAY) < MOST && code.getAsBoolean();
        if (!right) {
            limits.take(WRONG, who, MOST, DAY);
        }
        return right;
    }
}
