package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/** How often anybody may look up (security R15): limits cut answers, the texts are kept all the same. */
@Singleton
public class LookupGate {
    private static final String PER_NUMBER = "lookup.number";
    private static final Duration DAY = Duration.ofHours(24);

    private final Limits limits;
    private final int perNumber;
    private final int hiddenPerDay;
    private final MinuteBreaker everybody;

    /**
     * Reads {@code hotline.lookup.perNumber.day} (10), {@code hotline.lookup.hidden.day} (200, all callers without a
     * number together) and {@code hotline.lookup.global.min} (60, by every node).
     */
    @Inject
    public LookupGate(Limits limits, Settings settings, Clock clock) {
        this.limits = limits;
        this.perNumber = settings.number("hotline.lookup.perNumber.day", 10, 1, 10_000);
        this.hiddenPerDay = settings.number("hotline.lookup.hidden.day", 200, 0, 100_000);
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
        return enter(phone.e164());
    }

    /** Counts a look-up of a caller who hides the number: a share of this call and one of all such calls of the day. */
    public Gate enterHidden(String callId) {
        if (limits.used("lookup.hidden", "all", DAY) >= hiddenPerDay) {
            return Gate.SAY_ENOUGH;
        }
        Gate gate = enter("call:" + callId);
        if (gate == Gate.OPEN) {
            limits.take("lookup.hidden", "all", hiddenPerDay, DAY);
        }
        return gate;
    }

    /** These numbers look up next, each once. */
    public void foresee(Collection<PhoneNumber> phones) {
        limits.foresee(PER_NUMBER, phones.stream().map(PhoneNumber::e164).toList());
    }

    private Gate enter(String who) {
        if (everybody.isFull()) {
            return limits.used(PER_NUMBER, who, DAY) >= perNumber ? enough(who) : Gate.BUSY;
        }
        return counts(who) ? Gate.OPEN : enough(who);
    }

    private boolean counts(String who) {
        boolean open = limits.take(PER_NUMBER, who, perNumber, DAY);
        if (open) {
            // Somebody else may have filled the minute since: one more does no harm.
            everybody.take();
        }
        return open;
    }

    private Gate enough(String who) {
        return limits.take("lookup.enough", who, 1, DAY) ? Gate.SAY_ENOUGH : Gate.SILENT;
    }

    /** Counts a look-up for somebody who did not ask in words, unless it is one too many: then nothing is said of that either. */
    public boolean admits(PhoneNumber phone) {
        return !everybody.isFull() && counts(phone.e164());
    }

    /** Counts what tells as much as a look-up, whatever the minute; false when it is one too many of this number's day. */
    public boolean countsAlso(PhoneNumber phone) {
        return counts(phone.e164());
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
