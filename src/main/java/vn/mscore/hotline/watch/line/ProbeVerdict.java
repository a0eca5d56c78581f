package vn.mscore.hotline.watch.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.watch.line.SqlProbes.Sent;

/** Whether probes say that a line is dead. Pure. */
final class ProbeVerdict {
    private ProbeVerdict() {}

    /**
     * The newest of {@code probes} (the newest first) that is back or overdue decides: one still on its way must not end an
     * alarm.
     */
    static boolean isLost(List<Sent> probes, Duration limit, Instant now) {
        return probes.stream()
                .filter(probe -> probe.back().isPresent() || isOverdue(probe, limit, now))
                .findFirst()
                .filter(probe -> probe.back().isEmpty())
                .isPresent();
    }

    private static boolean isOverdue(Sent probe, Duration limit, Instant now) {
        return !probe.at().plus(limit).isAfter(now);
    }
}
