package vn.mscore.hotline.switchboard;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * A caller in the queue or with an operator.
 *
 * @param callId the exchange's id of the call
 * @param phone the number shown, empty when hidden
 * @param topic why, as given to {@link Switchboard#welcome}; {@code unknown} when the call was queued without us
 * @param since when the caller joined the queue
 * @param position 1 for the next to be served, 0 while talking
 * @param device the operator's telephone while talking
 */
public record WaitingCaller(
        String callId,
        Optional<PhoneNumber> phone,
        String topic,
        Instant since,
        int position,
        Optional<String> device) {
    /** Whether an operator has taken the call. */
    public boolean talking() {
        return device.isPresent();
    }
}
