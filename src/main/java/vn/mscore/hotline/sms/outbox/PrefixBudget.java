package vn.mscore.hotline.sms.outbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * How many replies of a Vietnamese day may go to one block of numbers, all those that begin alike: who is paid for the texts
 * we send shows as many numbers of one range, each within the limit of a number (security R29). Counted in memory alone, so
 * that no row tells of which block a number is: a restart begins anew, and each node counts its own. Threads that ask at the
 * same moment may go over by one reply each.
 */
final class PrefixBudget {
    /** Prefixes remembered; then those with the fewest replies are forgotten, which silences nobody. */
    static final int MOST = 20_000;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int COUNTRY = "+84".length();

    private final Clock clock;
    private final int length;
    private final int perDay;
    private final Map<String, Integer> replies = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /** Numbers are of one block when they share {@code digits} digits after +84; it gets {@code perDay} replies. */
    PrefixBudget(Clock clock, int digits, int perDay) {
        this.clock = clock;
        this.length = COUNTRY + digits;
        this.perDay = perDay;
    }

    /** Whether the block of {@code to} has had its replies of today. */
    synchronized boolean isSpent(PhoneNumber to) {
        beginToday();
        return replies.getOrDefault(prefix(to), 0) >= perDay;
    }

    /** A reply to {@code to} is queued. */
    synchronized void count(PhoneNumber to) {
        beginToday();
        if (replies.size() >= MOST && !replies.containsKey(prefix(to))) {
            int fewest = Collections.min(replies.values());
            replies.values().removeIf(count -> count == fewest);
        }
        replies.merge(prefix(to), 1, Integer::sum);
    }

    /** How many prefixes are remembered. */
    synchronized int size() {
        return replies.size();
    }

    private void beginToday() {
        LocalDate today = LocalDate.now(clock.withZone(VIETNAM));
        if (!today.equals(day)) {
            replies.clear();
            day = today;
        }
    }

    private String prefix(PhoneNumber to) {
        return to.e164().substring(0, Math.min(length, to.e164().length()));
    }
}
