package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.mscore.hotline.launcher.backup.Forced;

/** A mark in {@code var} while a restore fills it: a gateway that started on half of the data would go on as if it were all. */
final class UnfinishedRestore {
    private static final String MARK = "restore-unfinished";

    private UnfinishedRestore() {}

    static void begin(Path var) throws IOException {
        Files.createFile(var.resolve(MARK));
        Forced.folder(var);
    }

    static void end(Path var) throws StartRefused {
        try {
            Files.delete(var.resolve(MARK));
            Forced.folder(var);
        } catch (IOException e) {
            throw new StartRefused("the mark " + var.resolve(MARK) + " cannot be removed", e);
        }
    }

    /** Refuses a place that is half filled. */
    static void refuse(Path var) throws StartRefused {
        if (Files.exists(var.resolve(MARK))) {
            throw new StartRefused(
                    "a restore into " + var + " did not end, its data are not whole: empty the folder (keep"
                            + " secrets) and the database, then restore again");
        }
    }
}
