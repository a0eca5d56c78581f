package vn.mscore.hotline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** Which operators take calls, and at which telephone. Needs a transaction. */
public interface OperatorPresence {
    /**
     * An operator comes to a telephone or leaves it; the queue rings it from then on, or no longer. Refusals:
     * {@code switchboard.device} (not a telephone of this exchange), {@code switchboard.device-taken} (somebody else sits there).
     *
     * @param device a telephone out of {@link #devices()}
     */
    Optional<Reason> set(String login, String device, boolean present);

    /** Who is there. */
    List<Seat> now();

    /** The telephone of an operator who is there. */
    Optional<String> deviceOf(String login);

    /** The telephones of this exchange, {@code hotline.voice.devices}. */
    List<String> devices();

    /** An operator at a telephone. */
    record Seat(String login, String device, Instant since) {}
}
