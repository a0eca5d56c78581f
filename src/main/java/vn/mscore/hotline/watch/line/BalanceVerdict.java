package vn.mscore.hotline.watch.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import vn.mscore.hotline.watch.Trouble;
import vn.mscore.hotline.watch.line.SqlBalances.Kept;

/** What is wrong with a SIM by its last answer. Pure. */
final class BalanceVerdict {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Duration UNREAD = Duration.ofHours(36);

    private BalanceVerdict() {}

    static Set<Trouble> of(String line, Kept kept, WatchOrder order, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, VIETNAM);
        Set<Trouble> troubles = new HashSet<>();
        if (kept.found().dong().isPresent() && kept.found().dong().getAsInt() < order.leastDong()) {
            troubles.add(new Trouble("balance-low", line, 1));
        }
        kept.found()
                .expires()
                .filter(day -> !day.isAfter(today.plusDays(order.daysAhead())))
                .ifPresent(day -> troubles.add(new Trouble("sim-expires", line, day.isBefore(today) ? 2 : 1)));
        boolean unread = kept.answered()
                .map(at -> Duration.between(at, now).compareTo(UNREAD) > 0)
                .orElse(true);
        if (unread) {
            troubles.add(new Trouble("balance-unread", line, 1));
        }
        return troubles;
    }
}
