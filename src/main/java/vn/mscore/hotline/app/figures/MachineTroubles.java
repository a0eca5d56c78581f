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

    @Inject
    MachineTroubles(
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
        add(troubles, Kind.BACKUP_OLD, backups.isTooHigh() ? 1 : 0);
        add(troubles, Kind.DISK_FULL, disk.level());
        add(troubles, Kind.CLOCK_AHEAD, leap.wasSuspected() ? 1 : 0);
        add(troubles, Kind.CLOCK_APART, apart.wasApart() ? 1 : 0);
        add(troubles, Kind.SPOOL_STUCK, spool.isTooLong(spooled) ? 1 : 0);
        add(troubles, Kind.SCREENS_UNGUARDED, screens.wereSeen() ? 1 : 0);
        return troubles;
    }

    private void add(Set<Trouble> troubles, Kind kind, int level) {
        if (level > 0) {
            troubles.add(new Trouble(AlarmLevels.label(kind), node.label(), level));
        }
    }
}
