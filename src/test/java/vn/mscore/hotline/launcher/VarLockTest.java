package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
