package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the telephone does, for health, metrics and screens. */
public interface VoiceFigures {
    /** The figures of this moment, read in a short transaction of its own. */
    Figures now();

    /**
     * What is going on and what went wrong.
     *
     * @param wanted whether there is an exchange at all
     * @param alive whether our own door answered us last time
     * @param calls calls that flows talk with now, on this node
     * @param refused connections dropped since start, by a fixed word
     * @param missing sounds that could not be played when they were last wanted
     * @param leftOut how often a sound was left out since start
     * @param waiting recordings by what they wait for: PROMISED for their file, QUARANTINED for a person
     * @param stranded recordings nobody has linked
     * @param oldestInSpool when the oldest file in the spool was last written to
     * @param keptBytes bytes of kept recordings
     * @param quotaBytes bytes they may take
     */
    record Figures(
            boolean wanted,
            boolean alive,
            int calls,
            Map<String, Long> refused,
            Set<String> missing,
            long leftOut,
            Map<String, Long> waiting,
            long stranded,
            Optional<Instant> oldestInSpool,
            long keptBytes,
            long quotaBytes) {}
}
