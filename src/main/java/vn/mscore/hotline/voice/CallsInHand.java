package vn.mscore.hotline.voice;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that threads of this process talk with now. */
@Singleton
public class CallsInHand {
    private final ConcurrentHashMap<Object, String> calls = new ConcurrentHashMap<>();

    /** A call is with us; {@code thread} is any key of its own. */
    public void take(Object thread, String callId) {
        calls.put(thread, callId);
    }

    /** It is not any more. */
    public void release(Object thread) {
        calls.remove(thread);
    }

    /** Their ids. */
    public Collection<String> ids() {
        return List.copyOf(calls.values());
    }

    /** How many. */
    public int count() {
        return calls.size();
    }
}
