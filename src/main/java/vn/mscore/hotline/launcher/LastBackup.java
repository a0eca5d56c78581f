package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** The file {@code var/last-backup}: when the newest whole backup of what is here was made, in ISO 8601, for whoever watches over that. */
final class LastBackup {
    static final String FILE = "last-backup";

    private LastBackup() {}

    static void note(Path var, Instant at) throws StartRefused {
        Path draft = var.resolve(FILE + ".new");
        try {
            Files.writeString(draft, at + "\n");
            Files.move(draft, var.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused(var.resolve(FILE) + ", when a backup was last whole, cannot be written", e);
        }
    }
}
