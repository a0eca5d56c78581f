package vn.mscore.hotline.launcher.backup;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A folder that goes into a backup while others write and remove files in it. It may be a link itself; links inside are not
 * followed and not kept, only told.
 *
 * @param area which kind
 * @param root the folder, or a single file
 * @param prefix what stands before the paths of its files, empty or with a slash at its end
 * @param left the paths, relative to {@code root}, of files and folders that stay out
 */
public record Folder(Area area, Path root, String prefix, Predicate<String> left) {
    private static final char UNKNOWN_LETTER = '\uFFFD';

    /** All of {@code root}. */
    public static Folder whole(Area area, Path root) {
        return new Folder(area, root, "", path -> false);
    }

    /** Writes the files that are not in {@code known} yet and adds them to it. */
    public void writeTo(BackupWriter out, Gathered known) throws IOException {
        if (Files.notExists(root)) {
            refuseLost();
            return;
        }
        Path real = root.toRealPath();
        Finding finding = new Finding(real, known);
        Files.walkFileTree(real, finding);
        for (Path file : finding.found.stream().sorted().toList()) {
            String path = path(relative(real, file));
            if (known.add(area, path, file)) {
                write(file, path, out);
            }
        }
    }

    private void refuseLost() throws IOException {
        if (Files.isSymbolicLink(root)) {
            throw new IOException(root + " is a link to what is not there");
        }
    }

    private void write(Path file, String path, BackupWriter out) throws IOException {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            out.file(new BackupContent.FileHead(area, path, permissions), content);
        } catch (NoSuchFileException e) {
            // It was sealed, sent or erased a moment ago; where it went is looked at later or has gone for good.
            return;
        }
    }

    /** A name with letters that LANG does not know reads as something else, may be another file's and opens nothing. */
    private static void refuseUnwritable(Path file) throws IOException {
        String name = file.toString();
        if (name.indexOf(UNKNOWN_LETTER) >= 0 || !survives(name, file)) {
            throw new IOException("a name in " + file.getParent()
                    + " has letters that cannot be read here: start with LANG=C.UTF-8, or rename the file");
        }
    }

    private static boolean survives(String name, Path file) {
        try {
            return Path.of(name).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String relative(Path real, Path file) {
        return real.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private String path(String relative) {
        return prefix + (relative.isEmpty() ? root.getFileName().toString() : relative);
    }

    /** Finds plain files. */
    private final class Finding extends SimpleFileVisitor<Path> {
        private final Set<Path> found = new HashSet<>();
        private final Path real;
        private final Gathered known;

        Finding(Path real, Gathered known) {
            this.real = real;
            this.known = known;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            refuseUnwritable(folder);
            return left.test(relative(real, folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            refuseUnwritable(file);
            if (left.test(relative(real, file))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                found.add(file);
            } else if (attributes.isSymbolicLink()) {
                known.leave(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
