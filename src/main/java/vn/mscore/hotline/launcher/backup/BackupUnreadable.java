package vn.mscore.hotline.launcher.backup;

import java.io.IOException;

/** A backup that is not whole, not genuine or not for this key; the message says which. */
public final class BackupUnreadable extends IOException {
    private static final long serialVersionUID = 1;

    BackupUnreadable(String why) {
        super(why);
    }

    BackupUnreadable(String why, Throwable origin) {
        super(why, origin);
    }
}
