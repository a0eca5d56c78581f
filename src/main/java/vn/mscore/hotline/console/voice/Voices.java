package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;

/** What pages show of recordings besides their sound: how long they are. Needs a transaction. */
@Singleton
public class Voices {
    private static final int MINUTE = 60;

    private final Recordings recordings;

    /** Asks {@code recordings}. */
    @Inject
    public Voices(Recordings recordings) {
        this.recordings = recordings;
    }

    /** The length of each that is still there, such as {@code 0:42}, by its id. */
    public Map<String, String> lengths(Stream<String> ids) {
        Map<String, String> lengths = new LinkedHashMap<>();
        ids.distinct().forEach(id -> length(id).ifPresent(length -> lengths.put(id, length)));
        return lengths;
    }

    private Optional<String> length(String id) {
        return recordings.find(new RecordingId(id)).map(kept -> clock(kept.length()));
    }

    /** {@code 0:42}. */
    public static String clock(Duration length) {
        long seconds = length.toSeconds();
        return seconds / MINUTE + ":" + String.format("%02d", seconds % MINUTE);
    }
}
