package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is overwritten, and who is refused is told what to do. */
class BackupRemainsTest {
    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one.backup, is there already and is not overwritten: name another file",
        "one.backup.part, 'when no backup runs, delete it'"
    })
    void whatIsThereAlreadyIsRefused(String there, String told) throws Exception {
        Files.writeString(home.resolve(there), "x");
        assertThatThrownBy(() -> BackupFile.create(home.resolve("one.backup")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(told);
    }
}
