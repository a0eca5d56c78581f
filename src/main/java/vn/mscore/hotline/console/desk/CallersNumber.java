package vn.mscore.hotline.console.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.CallHistory;

/**
 * Whose words an operator writes down after a call: the call stands in the address of the form, never the number. It is known
 * while the caller waits or talks, and for two hours after the call.
 */
@Singleton
public class CallersNumber {
    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Duration KNOWN = Duration.ofHours(2);

    private final WaitingLine line;
    private final CallHistory calls;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public CallersNumber(WaitingLine line, CallHistory calls, Clock clock) {
        this.line = line;
        this.calls = calls;
        this.clock = clock;
    }

    /** The number of {@code call}; empty when it is hidden or not known any more, and for whoever is no operator. Needs a transaction. */
    Optional<PhoneNumber> of(Viewer viewer, String call) {
        if (!CALL.matcher(call).matches() || !viewer.is(Role.OPERATOR)) {
            return Optional.empty();
        }
        Optional<WaitingCaller> there =
                line.now().stream().filter(one -> one.callId().equals(call)).findFirst();
        return there.isPresent()
                ? there.get().phone()
                : calls.numberOf(call, clock.instant().minus(KNOWN));
    }
}
