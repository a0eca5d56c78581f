package vn.mscore.hotline.console.voice;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Recordings.Kept;
import vn.mscore.hotline.wording.PromptDesk;
import vn.mscore.hotline.wording.PromptDesk.Pack;

/** What pages show of recordings besides their sound: how long they are, what language the caller heard. Needs a transaction. */
@Singleton
public class Voices {
    private static final int MINUTE = 60;

    private final Recordings recordings;
    private final PromptDesk prompts;

    /** Asks {@code recordings}, and {@code prompts} how voice packs are called. */
    @Inject
    public Voices(Recordings recordings, PromptDesk prompts) {
        this.recordings = recordings;
        this.prompts = prompts;
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

    /** The title of the voice pack that the caller of each heard, by its id; a pack that is gone keeps its name. */
    public Map<String, String> packs(Stream<String> ids) {
        Map<String, String> titles = prompts.packs().stream().collect(toMap(Pack::name, Pack::title));
        Map<String, String> packs = new LinkedHashMap<>();
        ids.distinct().forEach(id -> recordings
                .find(new RecordingId(id))
                .flatMap(Kept::pack)
                .ifPresent(pack -> packs.put(id, titles.getOrDefault(pack, pack))));
        return packs;
    }

    /** {@code 0:42}. */
    public static String clock(Duration length) {
        long seconds = length.toSeconds();
        return seconds / MINUTE + ":" + String.format("%02d", seconds % MINUTE);
    }
}
