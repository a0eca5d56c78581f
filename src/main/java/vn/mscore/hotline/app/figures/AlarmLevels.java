package vn.mscore.hotline.app.figures;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.watch.Trouble;

/** How bad each kind of trouble is now: 0 when all is well, 1 when somebody should look, 2 when at once. Changes are logged. */
final class AlarmLevels<K extends Enum<K>> {
    private static final Logger LOG = Logger.getLogger(AlarmLevels.class.getName());

    private final Class<K> kinds;
    private final Map<K, Integer> levels;

    AlarmLevels(Class<K> kinds) {
        this.kinds = kinds;
        this.levels = new EnumMap<>(kinds);
    }

    synchronized int of(K kind) {
        return levels.getOrDefault(kind, 0);
    }

    /** Each kind gets the worst level of its troubles; tells how many levels changed. */
    int show(Set<Trouble> troubles) {
        int changed = 0;
        for (K kind : kinds.getEnumConstants()) {
            changed += set(
                    kind,
                    troubles.stream()
                            .filter(trouble -> trouble.kind().equals(label(kind)))
                            .mapToInt(Trouble::level)
                            .max()
                            .orElse(0));
        }
        return changed;
    }

    private synchronized int set(K kind, int level) {
        Integer before = levels.put(kind, level);
        boolean changed = level != (before == null ? 0 : before);
        if (changed) {
            LOG.log(level > 0 ? Level.WARNING : Level.INFO, "alarm {0} is {1}", new Object[] {label(kind), level});
        }
        return changed ? 1 : 0;
    }

    /** The kind as metrics name it: {@code own-number}. */
    static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
