package vn.mscore.hotline.voice.agi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.voice.CallFlow;

/** Which flow a request asks for: names of flows and nothing else, never a class, a file or a script (security R25, row 97). */
@Singleton
class FlowMapping {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,49}");

    private final Iterable<CallFlow> flows;
    private Map<String, CallFlow> byName;

    /** Knows all flows of the house, looked up at the first request. */
    @Inject
    FlowMapping(@Any Instance<CallFlow> flows) {
        this((Iterable<CallFlow>) flows);
    }

    FlowMapping(Iterable<CallFlow> flows) {
        this.flows = flows;
    }

    /** The flow called {@code name}, empty for anything else. */
    Optional<CallFlow> find(String name) {
        return Optional.ofNullable(name == null ? null : names().get(name));
    }

    private synchronized Map<String, CallFlow> names() {
        if (byName == null) {
            Map<String, CallFlow> found = new HashMap<>();
            for (CallFlow flow : flows) {
                if (!NAME.matcher(flow.name()).matches() || found.put(flow.name(), flow) != null) {
                    throw new IllegalStateException("two flows, or none, can be called " + flow.name());
                }
            }
            byName = Map.copyOf(found);
        }
        return byName;
    }
}
