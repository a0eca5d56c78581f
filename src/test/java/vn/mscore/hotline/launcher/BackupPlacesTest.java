package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.launcher.backup.BackupKeys;
import vn.mscore.hotline.launcher.backup.BackupWriter;
import vn.mscore.hotline.launcher.backup.Folder;

class BackupPlacesTest {
    @TempDir
    private Path home;

    private Path file(String path) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    private BackupPlaces places() throws IOException {
        Map<String, String> values =
                new HashMap<>(Map.of("hotline.var", home.resolve("var").toString()));
        values.put("hotline.templates", home.resolve("own/texts").toString());
        values.put(
                "hotline.sms.http",
                "brand=" + file("own/brand.properties") + ", kannel=" + file("own/kannel.properties"));
        return new BackupPlaces(new GatewaySettings(values));
    }

    private Set<String> written(List<Folder> folders) throws IOException {
        Set<String> known = new TreeSet<>();
        BackupWriter writer =
                new BackupWriter(new ByteArrayOutputStream(), BackupKeys.make().sealing());
        for (Folder folder : folders) {
            folder.writeTo(writer, known);
        }
        return known;
    }

    @Test
    void whatMovesIsTakenAndWhatIsMadeAnewOrKeptApartIsNot() throws IOException {
        for (String path : List.of(
                "modems/first.imsi",
                "spool/sms/one",
                "asterisk/spool/recordings/call.wav",
                "asterisk/etc/pjsip.conf",
                "secrets/personal-1.key",
                "mariadb/data/ibdata1",
                "voice/sounds/vi/a.wav",
                "log/hotline-0.log",
                "audit-head",
                "recordings/ab/abcd",
                "backups/old.backup")) {
            file("var/" + path);
        }
        Files.createSymbolicLink(home.resolve("var/modems/link"), home.resolve("var/secrets/personal-1.key"));
        Path own = home.resolve("var/backups/new.backup");
        assertThat(written(places().moving(own)))
                .containsExactly("SPOOL/call.wav", "VAR/modems/first.imsi", "VAR/spool/sms/one");
        assertThat(written(List.of(places().seals()))).containsExactly("VAR/audit-head");
    }

    @Test
    void recordingsSettingsAndTheFilesTheyNameAreTaken() throws IOException {
        file("var/recordings/ab/abcd");
        file("own/texts/vi/help.txt");
        Path config = file("hotline.properties");
        assertThat(written(places().resting(Optional.of(config))))
                .containsExactly(
                        "RECORDINGS/ab/abcd",
                        "SETTINGS/hotline.properties",
                        "SETTINGS/hotline.sms.http/brand/brand.properties",
                        "SETTINGS/hotline.sms.http/kannel/kannel.properties",
                        "SETTINGS/hotline.templates/vi/help.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"var/mariadb/data/ibdata1", "var/restore-unfinished", "var/recordings/ab/abcd", "var/audit-head"
            })
    void aPlaceWithSomethingInItIsNotEmpty(String path) throws IOException {
        file(path);
        assertThatThrownBy(() -> places().refuseUnlessEmpty())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(Path.of(path).getName(1).toString());
    }

    @Test
    void keysThatWereBroughtBackAreNotInTheWay() throws IOException {
        file("var/secrets/personal-1.key");
        assertThatCode(() -> places().refuseUnlessEmpty()).doesNotThrowAnyException();
    }

    @Test
    void aHalfFilledPlaceStartsNothing() throws Exception {
        Path var = Files.createDirectories(home.resolve("var"));
        UnfinishedRestore.begin(var);
        assertThatThrownBy(() -> UnfinishedRestore.refuse(var))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("did not end");
        UnfinishedRestore.end(var);
        assertThatCode(() -> UnfinishedRestore.refuse(var)).doesNotThrowAnyException();
    }
}
