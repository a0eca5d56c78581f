package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import vn.mscore.hotline.app.figures.Alarms.Kind;
import vn.mscore.hotline.platform.ClockApart;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.platform.UnguardedScreens;
import vn.mscore.hotline.watch.Trouble;

/** What is wrong with the machine this node runs on. Several nodes share the alarms: each is told with the node's name. */
@Singleton
public class MachineTroubles {
    private final BackupAge backups;
    private final DiskRoom disk;
    private final ClockLeap leap;
    private final ClockApart apart;
    private final SpoolWait spool;
    private final UnguardedScreens screens;
    private final NodeName node;

    /** Looks at the backups, the disk, the clock, the spool and the screens of {@code node}. */
    @Inject
    public MachineTroubles(
            BackupAge backups,
            DiskRoom disk,
            ClockLeap leap,
            ClockApart apart,
            SpoolWait spool,
            UnguardedScreens screens,
            NodeName node) {
        this.backups = backups;
        this.disk = disk;
        this.leap = leap;
        this.apart = apart;
        this.spool = spool;
        this.screens = screens;
        this.node = node;
    }

    /** What is wrong now, with {@code spooled} messages waiting on this node's disk. */
    Set<Trouble> now(long spooled) {
        Set<Trouble> troubles = new HashSet<>();
        if (backups.isTooHigh()) {
            troubles.add(here(Kind.BACKUP_OLD, 1));
        }
        int full = disk.level();
        if (full > 0) {
            troubles.add(here(Kind.DISK_FULL, full));
        }
        if (leap.wasSuspected()) {
            troubles.add(here(Kind.CLOCK_AHEAD, 1));
        }
        if (apart.wasApart()) {
            troubles.add(here(Kind.CLOCK_APART, 1));
        }
        if (spool.isTooLong(spooled)) {
            troubles.add(here(Kind.SPOOL_STUCK, 1));
        }
        if (screens.wereSeen()) {
            troubles.add(here(Kind.SCREENS_UNGUARDED, 1));
        }
        return troubles;
    }

    private Trouble here(Kind kind, int level) {
        return new Trouble(AlarmLevels.label(kind), node.label(), level);
    }
}
