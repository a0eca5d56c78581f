package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One gateway per {@code var}: an advisory lock the kernel gives back however the process ends. */
final class VarLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;

    private VarLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock or refuses, naming who holds it. */
    static VarLock take(Path var) throws StartRefused {
        Path file = var.resolve("lock");
        try {
            Files.createDirectories(var);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StartRefused("another gateway (process " + holder + ") already runs on " + var);
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new VarLock(channel);
        } catch (IOException e) {
            throw new StartRefused("the folder " + var + " cannot be used", e);
        }
    }

    /** Who only looks whether it is taken gives it back at once; that must not make a start fail. */
    private static boolean locks(FileChannel channel) throws IOException {
        boolean locked = tries(channel);
        for (int left = TRIES; !locked && left > 0; left--) {
            LockSupport.parkNanos(PAUSE.toNanos());
            locked = tries(channel);
        }
        return locked;
    }

    private static boolean tries(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether somebody holds it now. */
    static boolean isTaken(Path var) throws StartRefused {
        Path file = var.resolve("lock");
        if (Files.notExists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new StartRefused("the folder " + var + " cannot be used", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
