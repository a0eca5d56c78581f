package vn.mscore.hotline.desk.conversation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;

/** What scripted calls recorded: nothing can be heard, but links and erasures are as real. */
@Alternative
@Priority(1)
@Singleton
class ScriptedRecordings implements Recordings {
    private final Map<RecordingId, String> links = new ConcurrentHashMap<>();
    private final Set<RecordingId> erased = new HashSet<>();

    void reset() {
        links.clear();
        erased.clear();
    }

    Optional<String> linkOf(RecordingId id) {
        return Optional.ofNullable(links.get(id));
    }

    boolean isErased(RecordingId id) {
        return erased.contains(id);
    }

    @Override
    public Optional<Kept> find(RecordingId id) {
        return Optional.empty();
    }

    @Override
    public InputStream open(RecordingId id, long from) throws IOException {
        throw new IOException("a scripted recording has no sound");
    }

    @Override
    public boolean link(RecordingId id, String source) {
        return links.putIfAbsent(id, source) == null;
    }

    @Override
    public void conceal(RecordingId id) {}

    @Override
    public void concealCall(String callId) {}

    @Override
    public void erase(RecordingId id) {
        erased.add(id);
    }
}
