package vn.mscore.hotline.sms.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import vn.mscore.hotline.shared.Require;

/** The positions of all {@link Switch}es; may be turned by any thread at any time. */
@Vetoed
public final class Switches {
    private final AtomicIntegerArray positions = new AtomicIntegerArray(Switch.values().length);
    private final AtomicIntegerArray spread = new AtomicIntegerArray(Switch.values().length);
    private final List<Consumer<Switch>> watchers = new CopyOnWriteArrayList<>();

    /** The position of a switch. */
    public int get(Switch which) {
        return positions.get(which.ordinal());
    }

    /** Whether a switch is not at zero. */
    public boolean on(Switch which) {
        return get(which) != 0;
    }

    /** Turns a switch; refuses a position outside {@code 0..max}. */
    public void set(Switch which, int position) {
        Require.that(position >= 0 && position <= which.max(), which.key() + " must lie between 0 and " + which.max());
        if (positions.getAndSet(which.ordinal(), position) != position) {
            spread.set(which.ordinal(), 0);
            watchers.forEach(watcher -> watcher.accept(which));
        }
    }

    /** Everything back to good behaviour. */
    public void reset() {
        for (Switch which : Switch.values()) {
            set(which, 0);
        }
    }

    /** Whether a percentage switch strikes this time; spread evenly, so that tests can count on it. */
    public boolean strikes(Switch which) {
        int share = get(which);
        if (share == 0) {
            return false;
        }
        int before = spread.getAndUpdate(which.ordinal(), sum -> (sum + share) % 100);
        return before + share >= 100;
    }

    /** Calls {@code watcher} after each turn of a switch. */
    public void watch(Consumer<Switch> watcher) {
        watchers.add(watcher);
    }

    /** All positions by name. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Switch which : Switch.values()) {
            all.put(which.key(), get(which));
        }
        return all;
    }
}
