package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarLockTest {
    @TempDir
    private Path var;

    @Test
    void theLockNamesItsHolderAndCanBeTakenAgainAfterwards() throws Exception {
        try (VarLock lock = VarLock.take(var)) {
            assertThat(Files.readString(var.resolve("lock")))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        VarLock.take(var).close();
    }

    @Test
    void somebodyWhoOnlyLooksDoesNotMakeAStartFail() throws Exception {
        Path file = Files.createFile(var.resolve("lock"));
        FileChannel looking = FileChannel.open(file, StandardOpenOption.WRITE);
        assertThat(looking.tryLock()).isNotNull();
        Executor later = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> looked = CompletableFuture.runAsync(() -> close(looking), later);
        VarLock.take(var).close();
        looked.get(10, TimeUnit.SECONDS);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoRunsOnItMakesAStartFail() throws Exception {
        try (VarLock lock = VarLock.take(var)) {
            assertThatThrownBy(() -> VarLock.take(var)).isInstanceOf(StartRefused.class);
        }
    }
}
