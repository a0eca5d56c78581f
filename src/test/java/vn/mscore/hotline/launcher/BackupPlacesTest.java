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
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.launcher.backup.Area;
import vn.mscore.hotline.launcher.backup.BackupKeys;
import vn.mscore.hotline.launcher.backup.BackupWriter;
import vn.mscore.hotline.launcher.backup.Folder;
import vn.mscore.hotline.launcher.backup.Gathered;

class BackupPlacesTest {
    @TempDir
    private Path home;

    private final Gathered gathered = new Gathered();

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
        Set<String> written = new TreeSet<>();
        BackupWriter writer =
                new BackupWriter(new ByteArrayOutputStream(), BackupKeys.make().sealing());
        for (Folder folder : folders) {
            Set<String> before = Set.copyOf(gathered.files());
            folder.writeTo(writer, gathered);
            for (String file : gathered.files()) {
                if (!before.contains(file)) {
                    written.add(named(folder, file));
                }
            }
        }
        return written;
    }

    /** {@code AREA/path}. */
    private static String named(Folder folder, String file) throws IOException {
        if (folder.area() == Area.SETTINGS) {
            return file;
        }
        String path = folder.root().toRealPath().relativize(Path.of(file)).toString();
        return folder.area() + "/" + (path.isEmpty() ? folder.root().getFileName() : path);
    }

    private BackupPlaces with(String... settings) {
        Map<String, String> values =
                new TreeMap<>(Map.of("hotline.var", home.resolve("var").toString()));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new BackupPlaces(new GatewaySettings(values));
    }

    /** How many files a backup of these places holds, as it is read back. */
    private int files(BackupPlaces places) throws IOException {
        BackupWriter writer =
                new BackupWriter(new ByteArrayOutputStream(), BackupKeys.make().sealing());
        for (Folder folder : places.moving(home.resolve("elsewhere/one.backup"))) {
            folder.writeTo(writer, gathered);
        }
        for (Folder folder : places.resting(Optional.empty())) {
            folder.writeTo(writer, gathered);
        }
        return writer.finish().files();
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
                "audit-head-taken",
                "breath",
                "recordings/ab/abcd",
                "backups/new.backup",
                "backups/new.backup.part",
                "backups/notes")) {
            file("var/" + path);
        }
        Files.writeString(home.resolve("var/backups/old"), "HLB1 and what follows");
        Files.createSymbolicLink(home.resolve("var/modems/link"), home.resolve("var/secrets/personal-1.key"));
        Path own = home.resolve("var/backups/new.backup");
        assertThat(written(places().moving(own)))
                .containsExactly("SPOOL/call.wav", "VAR/backups/notes", "VAR/modems/first.imsi", "VAR/spool/sms/one");
        assertThat(written(List.of(places().seals()))).containsExactly("VAR/audit-head");
    }

    @Test
    void aBackupAmongOtherFilesKeepsThemInside() throws IOException {
        file("var/modems/first.imsi");
        assertThat(written(places().moving(home.resolve("var/modems/new.backup"))))
                .containsExactly("VAR/modems/first.imsi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var/asterisk/spool/recordings/one.backup",
                "var/asterisk/spool/quarantine/one.backup",
                "var/recordings/ab/one.backup",
                "own/texts/one.backup"
            })
    void aBackupIsNotWrittenWhereItWouldBeTakenForSomethingElse(String path) throws IOException {
        Path target = file(path);
        assertThatThrownBy(() -> places().refuseAmongData(target, Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("name another folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere/one.backup", "var/backups/one.backup"})
    void aBackupMayLieElsewhere(String path) throws IOException {
        Path target = file(path);
        assertThatCode(() -> places().refuseAmongData(target, Optional.empty())).doesNotThrowAnyException();
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

    @Test
    void aVarThatIsALinkGoesInWithAllItsFiles() throws IOException {
        file("disk/data/one");
        file("disk/recordings/ab/two");
        Files.createSymbolicLink(home.resolve("var"), home.resolve("disk"));
        assertThat(files(with())).isEqualTo(2);
        assertThat(gathered.links()).isEmpty();
    }

    @Test
    void recordingsOnAnotherDiskBehindALinkGoIn() throws IOException {
        file("disk/ab/one");
        Files.createDirectories(home.resolve("var"));
        Files.createSymbolicLink(home.resolve("var/recordings"), home.resolve("disk"));
        assertThat(files(with())).isEqualTo(1);
        assertThat(gathered.links()).isEmpty();
    }

    @Test
    void aLinkInsideIsToldAndALinkToNothingIsRefused() throws IOException {
        file("var/data/one");
        Path link = Files.createSymbolicLink(home.resolve("var/data/two"), file("disk/two"));
        assertThat(files(with())).isEqualTo(1);
        assertThat(gathered.links())
                .containsExactly(link.getParent().toRealPath().resolve("two"));
        Files.createSymbolicLink(home.resolve("var/recordings"), home.resolve("lost"));
        assertThatThrownBy(() -> files(with())).hasMessageContaining("is a link to what is not there");
    }

    @Test
    void aNameThatThisMachineCannotWriteAgainIsRefused() throws Exception {
        file("var/data/one");
        String name = home.resolve("var/data") + "/gi$(printf '\\377')y";
        assertThat(new ProcessBuilder("sh", "-c", "touch " + name).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> files(with()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("var/data")
                .hasMessageContaining("LANG=C.UTF-8");
    }

    @Test
    void aQuarantineBelowVarGoesInOnce() throws IOException {
        file("var/calls/recordings/one");
        file("var/calls/quarantine/two");
        assertThat(files(with(
                        "hotline.voice.spool",
                        home.resolve("var/calls/recordings").toString())))
                .isEqualTo(2);
    }

    @Test
    void aPlaceWithAQuarantineOutsideVarIsNotEmpty() throws IOException {
        Path two = file("calls/quarantine/two");
        BackupPlaces places =
                with("hotline.voice.spool", home.resolve("calls/recordings").toString());
        assertThatThrownBy(places::refuseUnlessEmpty)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(two.toString());
    }

    @Test
    void everySettingThatNamesAFileForEachOfSeveralLinesIsKnown() {
        assertThat(KnownSettings.load().rows().stream()
                        .filter(row -> row.sentence().contains("=FILE"))
                        .map(KnownSettings.Known::key))
                .containsExactly("hotline.sms.http");
    }
}
