package vn.mscore.hotline.app.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.Trouble;

/** Remembers what each source reported last. */
final class NotedTroubles implements AlarmBoard {
    private final Map<String, Set<Trouble>> last = new HashMap<>();

    Set<Trouble> of(String source) {
        return last.getOrDefault(source, Set.of());
    }

    @Override
    public int report(String source, Set<Trouble> now) {
        last.put(source, Set.copyOf(now));
        return 0;
    }

    @Override
    public List<Alarm> latest(int limit) {
        return List.of();
    }
}
