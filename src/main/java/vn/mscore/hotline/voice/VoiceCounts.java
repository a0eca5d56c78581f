package vn.mscore.hotline.voice;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened at our door since the start of the gateway. Safe for many threads. */
@Singleton
public class VoiceCounts {
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final LongAdder leftOut = new LongAdder();
    private volatile boolean alive;

    /** A connection was dropped; {@code why} is one of a few fixed words. */
    public void refused(String why) {
        refused.computeIfAbsent(why, word -> new LongAdder()).increment();
    }

    /** A sound could not be played and was left out; true when it is the first time for this one. */
    public boolean leftOut(String sound) {
        leftOut.increment();
        return missing.add(sound);
    }

    /** It plays again. */
    public void played(String sound) {
        if (!missing.isEmpty()) {
            missing.remove(sound);
        }
    }

    /** Whether the last call of ourselves to our own door was answered. */
    public void alive(boolean answered) {
        alive = answered;
    }

    /** As {@link #alive(boolean)} said last. */
    public boolean isAlive() {
        return alive;
    }

    /** Dropped connections by reason. */
    public Map<String, Long> refused() {
        Map<String, Long> copy = new TreeMap<>();
        refused.forEach((why, count) -> copy.put(why, count.sum()));
        return copy;
    }

    /** The sounds that could not be played when they were last wanted. */
    public Set<String> missing() {
        return new TreeSet<>(missing);
    }

    /** How often a sound was left out. */
    public long leftOut() {
        return leftOut.sum();
    }
}
