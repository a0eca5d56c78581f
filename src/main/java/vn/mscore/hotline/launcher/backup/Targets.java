package vn.mscore.hotline.launcher.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the files of a backup go on this machine.
 *
 * @param folders one for each area
 */
record Targets(Map<Area, Path> folders) {
    Targets {
        folders = Map.copyOf(folders);
    }

    /** The folder that {@code file} must stay below. */
    Path root(BackupContent.FileHead file) {
        return folders.get(file.area()).toAbsolutePath().normalize();
    }

    /** Where it goes; throws {@link BackupUnreadable} when that is outside of its folder or cannot be named here. */
    Path of(BackupContent.FileHead file) throws BackupUnreadable {
        Path root = root(file);
        Path target = resolved(root, file);
        if (!target.startsWith(root) || target.equals(root)) {
            throw new BackupUnreadable("the backup names a file outside of its folder");
        }
        return target;
    }

    private static Path resolved(Path root, BackupContent.FileHead file) throws BackupUnreadable {
        try {
            return root.resolve(file.path()).normalize();
        } catch (InvalidPathException e) {
            throw new BackupUnreadable(
                    "the backup holds a file below " + root
                            + " whose name cannot be written on this machine: start with" + " LANG=C.UTF-8",
                    e);
        }
    }
}
