package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/** How often anybody may look up (security R15): limits cut answers, the texts are kept all the same. */
@Singleton
public class LookupGate {
    private static final Duration DAY = Duration.ofHours(24);

    private final Limits limits;
    private final int perNumber;
    private final MinuteBreaker everybody;

    /** Reads {@code hotline.lookup.perNumber.day} (10) and {@code hotline.lookup.global.min} (60, by every node). */
    @Inject
    public LookupGate(Limits limits, Settings settings, Clock clock) {
        this.limits = limits;
        this.perNumber = settings.number("hotline.lookup.perNumber.day", 10, 1, 10_000);
        this.everybody = new MinuteBreaker(clock, settings.number("hotline.lookup.global.min", 60, 1, 100_000));
    }

    /** What a look-up meets. */
    public enum Gate {
        /** Go on. */
        OPEN,
        /** This number had its share today: say so, this once. */
        SAY_ENOUGH,
        /** It has been told: nothing more is said. */
        SILENT,
        /** All numbers together ask more than a minute bears: later. */
        BUSY
    }

    /** Counts a look-up of {@code phone}. */
    public Gate enter(PhoneNumber phone) {
        if (limits.used("lookup.number", phone.e164(), DAY) >= perNumber) {
            return limits.take("lookup.enough", phone.e164(), 1, DAY) ? Gate.SAY_ENOUGH : Gate.SILENT;
        }
        if (!everybody.take()) {
            return Gate.BUSY;
        }
        limits.take("lookup.number", phone.e164(), perNumber, DAY);
        return Gate.OPEN;
    }

    /** Whether a look-up would meet {@link Gate#BUSY} now; counts nothing. */
    public boolean isBusy() {
        return everybody.isFull();
    }

    /** Look-ups a number has in a day. */
    public int perNumber() {
        return perNumber;
    }
}
