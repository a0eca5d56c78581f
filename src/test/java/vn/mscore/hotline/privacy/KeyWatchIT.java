package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.privacy.SecretFiles.UnsafeSecret;

class KeyWatchIT {
    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-17T09:30");

    @TempDir
    Path var;

    @ParameterizedTest(name = "row 177: a start without {0} is refused")
    @ValueSource(strings = {"personal-1.key", "secret-1.key", "index-phone.key", "index-limit.key"})
    void aLostKeyRefusesTheStart(String name) throws IOException {
        TestDatabase.Schema schema = firstStart();
        Files.delete(var.resolve("secrets").resolve(name));
        try (House house = reopen(schema)) {
            assertThatThrownBy(house.get(KeyWatch.class)::start)
                    .isInstanceOf(UnsafeSecret.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aLostYoungerKeyRefusesTheStart() throws IOException {
        TestDatabase.Schema schema = firstStart();
        new SecretFiles(var.resolve("secrets")).findOrMake("personal-2.key", 32);
        try (House house = reopen(schema)) {
            house.get(KeyWatch.class).start();
        }
        Files.delete(var.resolve("secrets/personal-2.key"));
        try (House house = reopen(schema)) {
            assertThatThrownBy(house.get(KeyWatch.class)::start).hasMessageContaining("personal-2.key");
        }
    }

    @Test
    void theSameKeysStartAgain() throws IOException {
        TestDatabase.Schema schema = firstStart();
        try (House house = reopen(schema)) {
            assertThatCode(house.get(KeyWatch.class)::start).doesNotThrowAnyException();
        }
        try (Stream<Path> files = Files.list(var.resolve("secrets"))) {
            assertThat(files).isNotEmpty();
        }
    }

    private TestDatabase.Schema firstStart() {
        try (House house = House.open(CLOCK, Map.of("hotline.var", var.toString()))) {
            house.get(KeyWatch.class).start();
            return house.schema();
        }
    }

    private House reopen(TestDatabase.Schema schema) {
        return House.reopen(CLOCK, Map.of("hotline.var", var.toString()), schema);
    }
}
