package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {
    @TempDir
    private Path home;

    @Test
    void aSecretIsMadeOnceForItsOwnerOnly() throws IOException, StartRefused {
        SecretFiles secrets = SecretFiles.open(home.resolve("secrets"));
        String first = secrets.readOrMake("api-key", 32);
        assertThat(first).hasSize(32);
        assertThat(SecretFiles.open(home.resolve("secrets")).readOrMake("api-key", 32))
                .isEqualTo(first);
        assertThat(permissions("secrets/api-key")).isEqualTo("rw-------");
        assertThat(permissions("secrets")).isEqualTo("rwx------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    @ParameterizedTest(name = "row 171: a secret that is {0}")
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aSecretOthersCouldReadRefusesTheStart(String permissions) throws IOException, StartRefused {
        Path folder = home.resolve("secrets");
        SecretFiles.open(folder).readOrMake("api-key", 32);
        Files.setPosixFilePermissions(folder.resolve("api-key"), PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> SecretFiles.open(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("api-key");
    }

    @ParameterizedTest(name = "row 171: the secret {0}")
    @ValueSource(strings = {"", "short", "               "})
    void aShortOrEmptySecretRefusesTheStart(String value) throws IOException, StartRefused {
        Path folder = home.resolve("secrets");
        SecretFiles secrets = SecretFiles.open(folder);
        secrets.readOrMake("api-key", 32);
        Files.writeString(folder.resolve("api-key"), value);
        assertThatThrownBy(() -> secrets.readOrMake("api-key", 32))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("api-key");
    }
}
