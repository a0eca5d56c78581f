package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Settings;

/**
 * Notices that strangers walk through consecutive codes of one office and day, by whatever numbers (R4, row 22). Kept in
 * memory: a restart only forgets an hour.
 */
@Singleton
public class EnumerationAlarm {
    private static final Logger LOG = Logger.getLogger(EnumerationAlarm.class.getName());
    private static final Pattern NUMBERED = Pattern.compile("(.*-)([0-9]{4,6})");
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_SERIES = 1000;

    private final Clock clock;
    private final Facts facts;
    private final int longest;
    private final Map<String, TreeMap<Integer, Instant>> series = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    /** Reads {@code hotline.lookup.run}, the run of consecutive codes within an hour that alarms (8). */
    @Inject
    public EnumerationAlarm(Clock clock, Facts facts, Settings settings) {
        this.clock = clock;
        this.facts = facts;
        this.longest = settings.number("hotline.lookup.run", 8, 3, 1000);
    }

    /** Fact: somebody walks through codes. {@code run} consecutive ones were asked for within an hour. */
    public record EnumerationSuspected(int run, Instant at) {}

    /** Notes that a stranger asked for this code, whether it exists or not. */
    public void note(DossierCode code) {
        Matcher parts = NUMBERED.matcher(code.value());
        if (parts.matches()) {
            Instant now = clock.instant();
            int run = run(parts.group(1), Integer.parseInt(parts.group(2)), now);
            if (run >= longest) {
                LOG.log(Level.WARNING, "somebody walks through dossier codes: {0} in a row within an hour", run);
                facts.tell(new EnumerationSuspected(run, now));
            }
        }
    }

    /** The run this number belongs to; 0 when there is nothing new to tell of it. */
    private synchronized int run(String prefix, int number, Instant now) {
        Instant old = now.minus(WINDOW);
        series.values().forEach(seen -> seen.values().removeIf(at -> at.isBefore(old)));
        series.values().removeIf(TreeMap::isEmpty);
        told.values().removeIf(at -> at.isBefore(old));
        if (series.size() >= MOST_SERIES && !series.containsKey(prefix)) {
            return 0;
        }
        TreeMap<Integer, Instant> seen = series.computeIfAbsent(prefix, key -> new TreeMap<>());
        seen.put(number, now);
        int first = number;
        while (seen.containsKey(first - 1)) {
            first--;
        }
        int last = number;
        while (seen.containsKey(last + 1)) {
            last++;
        }
        int run = last - first + 1;
        return run >= longest && told.putIfAbsent(prefix, now) == null ? run : 0;
    }
}
