package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.privacy.SecretFiles.UnsafeSecret;

class SecretFilesTest {
    @TempDir
    Path var;

    @Test
    void firstStartMakesAFolderAndFilesForTheOwnerOnly() throws IOException {
        String value = files().findOrMake("api-key", 32);
        assertThat(value).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("api-key"))))
                .isEqualTo("rw-------");
        assertThat(files().findOrMake("api-key", 32)).isEqualTo(value);
    }

    @ParameterizedTest(name = "row 171: a secret with permissions {0} refuses the start")
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---"})
    void aSecretOfOthersRefusesTheStart(String permissions) throws IOException {
        String value = files().findOrMake("api-key", 32);
        Files.setPosixFilePermissions(folder().resolve("api-key"), PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(this::files)
                .isInstanceOf(UnsafeSecret.class)
                .hasMessageContaining("api-key")
                .hasMessageContaining("chmod 600")
                .message()
                .doesNotContain(value);
    }

    @Test
    void aFolderOthersMayWriteRefusesTheStart() throws IOException {
        files();
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(this::files).isInstanceOf(UnsafeSecret.class).hasMessageContaining("secrets");
    }

    @ParameterizedTest(name = "row 171: the key \"{0}\" refuses the start")
    @ValueSource(strings = {"", "short", "changeme", "not base64 at all! not base64 at all! not base6"})
    void aShortOrBrokenKeyRefusesTheStart(String content) {
        files().keep("personal-1.key", content);
        assertThatThrownBy(() -> new KeyRing(files(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)))
                .isInstanceOf(UnsafeSecret.class)
                .hasMessageContaining("personal-1.key");
    }

    @Test
    void aHalfWrittenSecretIsForgotten() throws IOException {
        files();
        Files.writeString(folder().resolve(".api-key.tmp"), "half");
        assertThat(files().names()).isEmpty();
        assertThat(folder().resolve(".api-key.tmp")).doesNotExist();
    }

    private SecretFiles files() {
        return new SecretFiles(folder());
    }

    private Path folder() {
        return var.resolve("secrets");
    }
}
