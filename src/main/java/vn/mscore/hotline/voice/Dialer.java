package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** PORT: rings somebody. The only way to start a call; keeps the list of allowed numbers and the cap of a day. */
public interface Dialer {
    /**
     * Orders a call of {@code flow} to {@code number}. Refusals: {@code voice.number-not-allowed} (not a Vietnamese
     * mobile or landline number of ours to ring), {@code voice.daily-cap}, {@code voice.off}. What comes of it is told by
     * {@link CallSettled} with the same reference.
     *
     * @param reference {@code [a-z0-9-]{1,40}}, unique among the orders
     * @param latest from then on nobody is rung any more; an order also expires after {@code hotline.voice.dial.within}
     */
    Optional<Reason> ring(PhoneNumber number, String flow, String reference, Instant latest);

    /** The same for a call that makes sense at any hour, as long as it comes soon. */
    default Optional<Reason> ring(PhoneNumber number, String flow, String reference) {
        return ring(number, flow, reference, Instant.MAX);
    }

    /**
     * Rings the operator's telephone first and, when it answers, the citizen with the hotline's number shown. An order that
     * waited longer than {@code hotline.voice.dial.within} expires.
     *
     * @param extension the operator's device, {@code [a-z0-9-]{1,40}}
     */
    Optional<Reason> bridge(String extension, PhoneNumber citizen, String reference);
}
