package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is on the disk and not only on its way there. */
public final class Forced {
    private Forced() {}

    /** Returns when the names in {@code path} survive a power cut: a file made, renamed or removed there is so for good. */
    public static void folder(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
