package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.sms.smpp.Centre;

/** P8: the log's disk is full; the packaged gateway works on and writes its log again when there is room. */
@Timeout(900)
class LogDiskFullIT {
    private static final int TEXTS = 20;
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Test
    void aFullDiskOfTheLogStopsNothing() throws Exception {
        Path home = Gateway.freshFolder("disk-log");
        Path logs = home.resolve("var/log");
        try (SmallDisk disk = SmallDisk.at(logs, "2m");
                Centre centre = new Centre();
                Gateway gateway = new Gateway(home)) {
            gateway.set("hotline.sms.smpp", "op=" + centre.address(""))
                    .set("hotline.sms.smpp.op.password", "geheim")
                    .set("hotline.log.level", "FINE")
                    .start();
            assertThat(Centre.await(centre::bound)).isTrue();
            disk.fill();
            assertThat(disk.isFull()).isTrue();
            for (int i = 0; i < TEXTS; i++) {
                assertThat(centre.deliver("8491234" + (5000 + i), "TG")).isZero();
            }
            assertThat(Centre.await(() -> centre.submitted.size() == TEXTS))
                    .as(gateway.output())
                    .isTrue();
            disk.free();
            long before = size(logs);
            assertThat(centre.deliver("84912346000", "TG")).isZero();
            assertThat(Centre.await(() -> centre.submitted.size() == TEXTS + 1)).isTrue();
            assertThat(Gateway.await(A_MINUTE, () -> size(logs) > before))
                    .as("it is written again")
                    .isTrue();
            assertThat(gateway.isAlive()).isTrue();
        }
    }

    @Test
    void aDiskThatIsFullBeforeTheStartStopsNoStart() throws Exception {
        Path home = Gateway.freshFolder("disk-log-start");
        try (SmallDisk disk = SmallDisk.at(home.resolve("var/log"), "2m");
                Gateway gateway = new Gateway(home)) {
            disk.fill();
            assertThat(disk.isFull()).isTrue();
            gateway.set("hotline.demo", "true").start();
            assertThat(gateway.isAlive()).isTrue();
        }
    }

    private static long size(Path logs) {
        try (var files = Files.list(logs)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
