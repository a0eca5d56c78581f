package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.mscore.hotline.platform.Settings;

/**
 * How much room the disk of {@code hotline.var} has, where the spool, the recordings, the log and an embedded database are.
 * With a full disk texts stay on the SIM and at the centre (P8) and nobody is answered: somebody must hear of it before.
 */
@Singleton
public class DiskRoom {
    private static final int MEGABYTES = 2_000;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final long BYTES = 1_000_000;
    private static final int AT_ONCE = 5;
    private static final int A_TENTH = 10;

    private final Usable usable;
    private final long least;
    private int level;

    /** Reads {@code hotline.alarm.disk.mb}, 0 for never. */
    @Inject
    public DiskRoom(Settings settings) {
        this(settings, onDiskOf(Path.of(settings.text("hotline.var").orElse("./var"))));
    }

    DiskRoom(Settings settings, Usable usable) {
        this.usable = usable;
        this.least = BYTES * settings.number("hotline.alarm.disk.mb", MEGABYTES, 0, MOST_MEGABYTES);
    }

    /** Bytes that the disk has for us. */
    interface Usable {
        long bytes() throws IOException;
    }

    private static Usable onDiskOf(Path folder) {
        return () -> Files.getFileStore(folder).getUsableSpace();
    }

    /**
     * 0 for enough; 1 below what the deployer wants, until there is a tenth more than that; 2 below a fifth of it, or when
     * the disk does not say.
     */
    public synchronized int level() {
        if (least == 0) {
            return 0;
        }
        try {
            level = level(usable.bytes());
        } catch (IOException e) {
            level = 2;
        }
        return level;
    }

    private int level(long bytes) {
        long enough = level > 0 ? least + least / A_TENTH : least;
        return bytes >= enough ? 0 : bytes >= least / AT_ONCE ? 1 : 2;
    }
}
