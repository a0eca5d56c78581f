package vn.mscore.hotline.console.workbench.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.mscore.hotline.console.workbench.live.ScreenEvents.Event;

/** Which of the latest events have been told, also when they become visible out of order. One thread. */
final class Seen {
    private static final int KEPT = 1000;

    private final TreeSet<Long> told = new TreeSet<>();

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** Everything up to {@code id} happened before anybody listened. */
    void upTo(long id) {
        for (long old = Math.max(0, id - KEPT); old <= id; old++) {
            told.add(old);
        }
    }

    long highest() {
        return told.last();
    }

    List<Event> fresh(List<Event> events) {
        List<Event> fresh = new ArrayList<>();
        for (Event event : events) {
            if (told.add(event.id())) {
                fresh.add(event);
            }
        }
        while (told.size() > KEPT) {
            told.pollFirst();
        }
        return fresh;
    }
}
