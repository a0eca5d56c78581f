package vn.mscore.hotline.wording.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was spoken at run time, words of officials too: kept up to a size and for a day after the last use; the longest unused goes first. */
final class SpokenFiles {
    /** An hour of speech. */
    private static final long MOST_BYTES = 60L << 20;

    private static final long MOST_MILLIS = 24L * 60 * 60 * 1000;

    private final LaidOutFiles files;
    private final Path folder;
    private final long most;

    SpokenFiles(Path laidOut) {
        this(laidOut, MOST_BYTES);
    }

    SpokenFiles(Path laidOut, long most) {
        this.files = new LaidOutFiles(laidOut);
        this.folder = laidOut.resolve("loi");
        this.most = most;
    }

    /** Whether the sound is there; it counts as used now. */
    boolean use(String id) {
        Path file = files.path(id);
        try {
            if (!Files.isRegularFile(file)) {
                return false;
            }
            Files.setLastModifiedTime(file, now());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    // The file system's clock orders the files; nothing hangs on it but what is spoken anew.
    private FileTime now() throws IOException {
        Path touched = Files.createTempFile(folder, "use", ".tmp");
        FileTime now = Files.getLastModifiedTime(touched);
        Files.delete(touched);
        return now;
    }

    /** Keeps a sound and makes room for it. */
    void keep(String id, byte[] wav) {
        files.put(id, Optional.of(wav));
        trim();
    }

    private synchronized void trim() {
        List<Path> all = all();
        long size = all.stream().mapToLong(SpokenFiles::size).sum();
        for (Path file : all) {
            if (size <= most) {
                return;
            }
            size -= size(file);
            drop(file);
        }
    }

    /** Takes away what nobody has heard for a day; how many files. */
    int forget() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try {
            long oldest = now().toMillis() - MOST_MILLIS;
            List<Path> unheard = all().stream()
                    .filter(file -> used(file).toMillis() < oldest)
                    .toList();
            unheard.forEach(this::drop);
            return unheard.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> all() {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> all = new ArrayList<>(found.filter(Files::isRegularFile).toList());
            all.sort(Comparator.comparing(SpokenFiles::used));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** An empty file that nobody plays. */
    Path temporary() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "raw", ".tmp");
    }

    /** Takes a file away, if it is there. */
    void drop(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
