package vn.mscore.hotline.sms.modem;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.LineState;

/** What a line shows of itself; written by its owner thread, read by anybody. */
final class LineBoard {
    private static final Logger LOG = Logger.getLogger(LineBoard.class.getName());
    private static final int ALARM_PERCENT = 70;

    private final String name;
    private final Map<String, int[]> storages = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private volatile LineState.Status status = LineState.Status.STARTING;
    private volatile String detail = "not started";
    private volatile OptionalInt signal = OptionalInt.empty();

    LineBoard(String name) {
        this.name = name;
    }

    /** Sets status and detail; changes are logged, a person's case as a warning. */
    void show(LineState.Status newStatus, String newDetail) {
        boolean changed = status != newStatus || !detail.equals(newDetail);
        status = newStatus;
        detail = newDetail;
        // Told when it is so: who acts on the log finds the state he read.
        if (changed) {
            boolean bad = newStatus == LineState.Status.BLOCKED || newStatus == LineState.Status.LOST;
            LOG.log(bad ? Level.WARNING : Level.INFO, "line {0}: {1}, {2}", new Object[] {name, newStatus, newDetail});
        }
    }

    LineState.Status status() {
        return status;
    }

    void signal(OptionalInt quality) {
        signal = quality;
    }

    void storage(String storage, int used, int size) {
        storages.put(storage, new int[] {used, size});
        boolean nowFull = size > 0 && 100 * used >= ALARM_PERCENT * size;
        if (!nowFull) {
            full.remove(storage);
        } else if (full.add(storage)) {
            LOG.log(Level.WARNING, "line {0}: storage {1} holds {2} of {3} messages", new Object[] {
                name, storage, used, size
            });
        }
    }

    /** One message less in {@code storage}. */
    void deleted(String storage) {
        storages.computeIfPresent(storage, (key, fill) -> new int[] {Math.max(0, fill[0] - 1), fill[1]});
    }

    /** Whether one storage holds {@code percent} or more of what it can. */
    boolean fullTo(int percent) {
        return storages.values().stream().anyMatch(fill -> fill[1] > 0 && 100 * fill[0] >= percent * fill[1]);
    }

    LineState state() {
        int used = storages.values().stream().mapToInt(fill -> fill[0]).sum();
        int size = storages.values().stream().mapToInt(fill -> fill[1]).sum();
        return new LineState(name, status, detail, signal, used, size);
    }
}
