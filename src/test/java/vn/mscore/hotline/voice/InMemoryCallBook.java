package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told as lines: {@code began main}, {@code handed over TO_QUEUE}, {@code ended}. */
public final class InMemoryCallBook implements CallBook {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<CallStart> starts = new CopyOnWriteArrayList<>();

    /** What it was told. */
    public List<String> lines() {
        return lines;
    }

    /** How the calls began. */
    public List<CallStart> starts() {
        return starts;
    }

    @Override
    public void began(CallStart start) {
        starts.add(start);
        lines.add("began " + start.flow());
    }

    @Override
    public void handedOver(String callId, Exit exit, String reached) {
        lines.add("handed over " + exit + " after " + reached);
    }

    @Override
    public void ended(String callId, Instant at, Optional<String> reached) {
        lines.add("ended after " + reached.orElse("nothing"));
    }

    @Override
    public void conceal(String callId) {
        lines.add("concealed");
    }
}
