package vn.mscore.hotline.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import vn.mscore.hotline.launcher.backup.Forced;

/** A backup that is being written: {@code FILE.part} until it is whole, for its owner only; nothing is overwritten. */
final class BackupFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path whole;
    private final Path part;
    private final FileChannel channel;

    private BackupFile(Path whole, Path part, FileChannel channel) {
        this.whole = whole;
        this.part = part;
        this.channel = channel;
    }

    /** Makes the part, or refuses. */
    static BackupFile create(Path file) throws StartRefused {
        Path whole = file.toAbsolutePath().normalize();
        Path part = part(whole);
        refuse(whole, "name another file");
        refuse(part, "it is of a backup that runs now or was interrupted; when no backup runs, delete it");
        try {
            return new BackupFile(
                    whole,
                    part,
                    FileChannel.open(
                            part,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        } catch (IOException e) {
            throw new StartRefused(part + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void refuse(Path taken, String advice) throws StartRefused {
        if (Files.exists(taken, LinkOption.NOFOLLOW_LINKS)) {
            throw new StartRefused(taken + " is there already and is not overwritten: " + advice);
        }
    }

    /** Where {@code whole} lies until it is that. */
    static Path part(Path whole) {
        return whole.resolveSibling(whole.getFileName() + ".part");
    }

    OutputStream out() {
        LeavesRoom.Usable usable = () -> Files.getFileStore(part).getUsableSpace();
        return new BufferedOutputStream(new LeavesRoom(Channels.newOutputStream(channel), usable), BUFFER);
    }

    /** What the disk has of it, once all was written. */
    InputStream written() throws IOException {
        channel.force(true);
        return Files.newInputStream(part);
    }

    /** Gives it its name; tells its length in bytes. */
    long finish() throws IOException {
        if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(whole + " has appeared meanwhile and is not overwritten");
        }
        long bytes = channel.size();
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        Forced.folder(whole.getParent());
        return bytes;
    }

    /** Where it lies at the end. */
    Path whole() {
        return whole;
    }

    /** Leaves no part behind. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
