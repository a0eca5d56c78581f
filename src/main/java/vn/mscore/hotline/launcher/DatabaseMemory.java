package vn.mscore.hotline.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What the embedded MariaDB may keep in memory and in its redo log, in MB: little on a small machine, enough for the indexes of
 * a few million messages on a server. Pages are taken when rows fill them, so an empty hotline stays small on either.
 */
record DatabaseMemory(long pool, long log) {
    private static final int SHARE = 32;
    private static final long LEAST = 48;
    private static final long MOST = 1024;
    private static final long LONGEST_LOG = 256;

    /** For a machine, or container, with so many bytes of memory. */
    static DatabaseMemory of(long machine) {
        long pool = Math.min(MOST, Math.max(LEAST, machine / SHARE >> 20));
        return new DatabaseMemory(pool, Math.min(LONGEST_LOG, Math.max(LEAST, pool / 3)));
    }

    /** For this machine. */
    static DatabaseMemory here() {
        return of(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize());
    }

    List<String> arguments() {
        return List.of("--innodb-buffer-pool-size=" + pool + "M", "--innodb-log-file-size=" + log + "M");
    }
}
