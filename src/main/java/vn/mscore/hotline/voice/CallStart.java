package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * How a call began.
 *
 * @param id the exchange's unique id of the call, {@code [A-Za-z0-9.-]{1,64}}
 * @param flow the name of the flow asked for
 * @param caller the number shown, or the one we rang; empty when hidden or not a number. No right follows from it alone
 * @param reference what an ordered call is about, as given to {@link Dialer}; empty for calls to us
 * @param at when it began
 * @param sealed whether the caller was in the secret lane before: the exchange kept it while the call was with the queue
 */
public record CallStart(
        String id, String flow, Optional<PhoneNumber> caller, Optional<String> reference, Instant at, boolean sealed) {}
