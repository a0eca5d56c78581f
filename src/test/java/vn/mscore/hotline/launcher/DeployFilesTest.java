package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code src/deploy}: they fit this program, open nothing and hold no secret. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("src/deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\b(HOTLINE_[A-Z_]+)[:=]");
    private static final Pattern SECRET =
            Pattern.compile("(?i)^[^#]*(password|secret|key)\\w*\\s*[:=]\\s*[^/\\s\\[].*");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySettingIsKnownAndNoSecretHasAValue(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(1);
            assertThat(KnownSettings.load().rows())
                    .as(name)
                    .anyMatch(row -> row.environmentPattern().matcher(name).matches());
        }
        assertThat(text.lines()).noneMatch(line -> SECRET.matcher(line).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"systemd/hotline.service", "systemd/hotline-backup.service", "systemd/hotline-watch.service"})
    void theServicesAreHardened(String unit) throws IOException {
        assertThat(read(unit).lines())
                .contains(
                        "User=hotline",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "CapabilityBoundingSet=",
                        "RestrictNamespaces=yes",
                        "SystemCallFilter=@system-service",
                        "UMask=0077",
                        "LimitCORE=0");
    }

    @ParameterizedTest
    @CsvSource({
        "systemd/hotline.service, Environment=LANG=C.UTF-8",
        "systemd/hotline-backup.service, Environment=LANG=C.UTF-8",
        "container/Dockerfile, ENV LANG=C.UTF-8"
    })
    void namesOfFilesMayBeVietnamese(String file, String line) throws IOException {
        assertThat(read(file).lines()).contains(line);
    }

    @Test
    void theGatewayComesBackAfterAFailureAndStopsInOrder() throws IOException {
        assertThat(read("systemd/hotline.service").lines())
                .contains("Restart=on-failure", "StateDirectory=hotline", "KillMode=mixed", "TimeoutStopSec=60")
                .anyMatch(line -> line.startsWith("ExecStart=") && line.contains("-XX:+ExitOnOutOfMemoryError"));
    }

    @Test
    void aGatewayThatStandsStillIsEndedByItsOwnUserAndStartedAgain() throws IOException {
        assertThat(read("systemd/hotline-watch.service").lines())
                .contains(
                        "ExecStart=/bin/bash /var/lib/hotline/asterisk/bin/watch /var/lib/hotline",
                        "Restart=always",
                        "PartOf=hotline.service",
                        "WantedBy=hotline.service");
        assertThat(Path.of("ivr-scripts/asterisk/watch")).isExecutable();
    }

    @Test
    void theGatewayIsStartedAgainHoweverLongTheDatabaseTakes() throws IOException {
        assertThat(read("systemd/hotline.service").lines())
                .contains("StartLimitIntervalSec=0")
                .noneMatch(line -> line.startsWith("StartLimitBurst="));
        assertThat(read("container/compose.yaml")
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("restart:")))
                .containsExactly("restart: unless-stopped", "restart: unless-stopped");
    }

    @Test
    void theModulesOfModemsAreLoadedBeforeTheirDevicesAreAllowed() throws IOException {
        String modules = "modprobe@usbserial.service modprobe@cdc_acm.service";
        assertThat(read("systemd/hotline.service").lines())
                .contains("DeviceAllow=char-ttyS rw", "DeviceAllow=char-ttyUSB rw", "DeviceAllow=char-ttyACM rw")
                .anyMatch(line -> line.startsWith("Wants=") && line.endsWith(modules))
                .anyMatch(line -> line.startsWith("After=") && line.endsWith(modules));
    }

    @Test
    void aBackupThatFailsIsToldAndItsRemainsGo() throws IOException {
        assertThat(read("systemd/hotline-backup.service").lines())
                .contains("OnFailure=hotline-failed@%n.service")
                .anyMatch(line -> line.startsWith("ExecStartPre=/usr/bin/find ")
                        && line.endsWith("-name \"*.part\" -mmin +1440 -delete"));
        assertThat(read("systemd/hotline-failed@.service")).contains("daemon.crit \"%i failed");
    }

    @Test
    void theContainersPublishOnLoopbackOnlyAndKeepTheDatabaseInside() throws IOException {
        String compose = read("container/compose.yaml");
        assertThat(compose.lines().filter(line -> line.strip().startsWith("ports:")))
                .containsExactly("    ports: [\"127.0.0.1:8080:8080\"]");
        assertThat(compose).contains("networks: [inside]", "internal: true");
    }

    @Test
    void aContainerMadeAnewIsStillTheSameNode() throws IOException {
        assertThat(read("container/compose.yaml").lines()).contains("      HOTLINE_NODE: gateway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-doublewrite=ON",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--innodb-ft-min-token-size=1"
            })
    void theDatabaseOfTheContainersKeepsItsPromises(String argument) throws IOException {
        assertThat(read("container/compose.yaml").lines().map(String::strip)).contains("- " + argument);
    }
}
