package vn.mscore.hotline.desk.conversation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.wording.Prompts;
import vn.mscore.hotline.wording.speech.TablePrompts;

/**
 * Prompts as people read them in scripted calls, as {@link ReadablePrompts} gives them; on a real line the sounds of the
 * catalogue, with which sounds each sentence was made of.
 */
@Alternative
@Priority(2)
@Singleton
class HeardPrompts implements Prompts {
    private final TablePrompts catalogue;
    private final ReadablePrompts readable = new ReadablePrompts();
    private final Map<String, List<String>> made = new ConcurrentHashMap<>();
    private volatile boolean onTheLine;

    @Inject
    HeardPrompts(TablePrompts catalogue) throws IOException {
        this.catalogue = catalogue;
    }

    /** Begins or ends a real call. */
    void onTheLine(boolean now) {
        made.clear();
        onTheLine = now;
    }

    /** The sounds of each sentence said since, by how a recorded conversation writes it. */
    Map<String, List<String>> made() {
        return Map.copyOf(made);
    }

    @Override
    public List<String> say(String name, String pack, Map<String, String> values) {
        List<String> read = readable.say(name, pack, values);
        if (!onTheLine) {
            return read;
        }
        List<String> sounds = catalogue.say(name, pack, values);
        made.put(Telephone.readable(" " + String.join(" ", read)).strip(), sounds);
        return sounds;
    }

    @Override
    public List<String> packs() {
        return readable.packs();
    }

    @Override
    public List<String> faults() {
        return List.of();
    }
}
