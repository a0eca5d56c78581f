package vn.mscore.hotline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * What only one test JVM of a machine may do at a time: the others wait until {@link #close} or the end of the JVM that has
 * its turn.
 */
final class Turn implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final FileChannel file;

    private Turn(FileChannel file) {
        this.file = file;
    }

    /** Waits for the turn to do {@code what}; fails when it does not come in twenty minutes. */
    static Turn to(String what) throws IOException, InterruptedException {
        Path lock = Path.of(
                System.getProperty("java.io.tmpdir"),
                "hotline-tests-" + System.getProperty("user.name") + "-" + what + ".lock");
        Turn turn = new Turn(FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        if (!Gateway.await(LIMIT, turn::isMine)) {
            turn.close();
            throw new IllegalStateException("somebody holds " + lock + " for more than " + LIMIT);
        }
        return turn;
    }

    private boolean isMine() {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
