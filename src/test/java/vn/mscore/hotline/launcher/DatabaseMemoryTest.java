package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseMemoryTest {
    @ParameterizedTest(name = "{0} GiB: {1} MB of pages, {2} MB of log")
    @CsvSource({"1, 48, 48", "2, 64, 48", "4, 128, 48", "8, 256, 85", "24, 768, 256", "512, 1024, 256"})
    void theDatabaseTakesItsShareOfTheMachine(long gibibytes, long pool, long log) {
        assertThat(DatabaseMemory.of(gibibytes << 30)).isEqualTo(new DatabaseMemory(pool, log));
    }
}
