package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.SteadyClock;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.SmsLines;

/**
 * For how long this node has seen leases of lines run out. When a database comes back all of them have, those of living nodes
 * too: a node is gone when it has not kept its lease for as long as one lasts, and the database could be asked all the time.
 */
@Singleton
class LapsedLeases {
    private static final long LONG_ENOUGH =
            Duration.ofSeconds(LineLeases.LENGTH_SECONDS).toNanos();
    private static final long LOOKS_APART = LONG_ENOUGH / 2;

    private final SmsLines known;
    private final SteadyClock machine;
    private Map<String, Long> since = Map.of();
    private long asked;

    @Inject
    LapsedLeases(SmsLines known, SteadyClock machine) {
        this.known = known;
        this.machine = machine;
    }

    /**
     * Looks by {@code expired}, which names the lines whose lease has run out now, and tells those of which every look for
     * {@link LineLeases#LENGTH_SECONDS} said so, none later than half of that after the one before. A look that throws or comes
     * late begins the count anew. What is known here is left out: this node gives it up when it takes the line, and may
     * have it in hand when the database was away.
     */
    synchronized Set<String> look(Supplier<? extends Collection<String>> expired) {
        Map<String, Long> earlier = since;
        since = Map.of();
        long last = asked;
        asked = machine.nanos();
        Collection<String> lines = expired.get();
        long told = machine.nanos();
        // Between looks far apart a lease may have been kept, and the database away.
        Map<String, Long> before = told - last <= LOOKS_APART ? earlier : Map.of();
        since = lines.stream().collect(Collectors.toMap(Function.identity(), line -> before.getOrDefault(line, told)));
        return lines.stream()
                .filter(line -> asked - since.get(line) >= LONG_ENOUGH
                        && known.byName(line).isEmpty())
                .collect(Collectors.toSet());
    }
}
