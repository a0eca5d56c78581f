package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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
 * A folder that goes into a backup while others write and remove files in it. Links are not followed and not kept.
 *
 * @param area which kind
 * @param root the folder, or a single file
 * @param prefix what stands before the paths of its files, empty or with a slash at its end
 * @param left the paths, relative to {@code root}, of files and folders that stay out
 */
public record Folder(Area area, Path root, String prefix, Predicate<String> left) {
    /** All of {@code root}. */
    public static Folder whole(Area area, Path root) {
        return new Folder(area, root, "", path -> false);
    }

    /** Writes the files that are not in {@code known} yet and adds them to it. */
    public void writeTo(BackupWriter out, Set<String> known) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        Set<Path> found = new HashSet<>();
        Files.walkFileTree(root, new Finding(found));
        for (Path file : found.stream().sorted().toList()) {
            if (known.add(area + "/" + path(file))) {
                write(file, out);
            }
        }
    }

    private void write(Path file, BackupWriter out) throws IOException {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            out.file(new BackupContent.FileHead(area, path(file), permissions), content);
        } catch (NoSuchFileException e) {
            // It was sealed, sent or erased a moment ago; where it went is looked at later or has gone for good.
            return;
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(java.io.File.separatorChar, '/');
    }

    private String path(Path file) {
        String relative = relative(file);
        return prefix + (relative.isEmpty() ? file.getFileName().toString() : relative);
    }

    /** Finds plain files. */
    private final class Finding extends SimpleFileVisitor<Path> {
        private final Set<Path> found;

        Finding(Set<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return left.test(relative(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !left.test(relative(file))) {
                found.add(file);
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
