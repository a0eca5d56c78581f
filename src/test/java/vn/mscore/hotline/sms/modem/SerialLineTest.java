package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** The driver on a serial device: a pseudo-terminal that socat joins to the simulated modem. */
class SerialLineTest extends AtSimulatedModem {
    private Path device;
    private final List<Process> others = new ArrayList<>();
    private Process socat;

    @BeforeAll
    static void install() throws Exception {
        AptTool.require("socat", "socat");
    }

    @BeforeEach
    void plug() throws Exception {
        device = folder.resolve("ttyTest");
        plugIn();
        ModemAddress address = new ModemAddress("serial:" + device + "?baud=115200");
        line = new ModemLine(settings("s1", address, Optional.empty()), address.opener(THREADS), THREADS, clock);
    }

    private void plugIn() throws IOException, InterruptedException {
        socat = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + device, "tcp:127.0.0.1:" + modem.port() + ",nodelay")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(intake.await(() -> Files.exists(device), LIMIT)).isTrue();
    }

    /** Somebody else gets the number the device had, as when sticks are plugged in in another order. */
    private void occupy(Path number) throws IOException, InterruptedException {
        while (!Files.exists(number)) {
            Path link = folder.resolve("other" + others.size());
            others.add(new ProcessBuilder("socat", "pty,raw,echo=0,link=" + link, "pipe")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
            assertThat(intake.await(() -> Files.exists(link), LIMIT)).isTrue();
        }
    }

    private void pullOut() throws InterruptedException {
        socat.destroy();
        assertThat(socat.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void leave() throws InterruptedException {
        if (line != null) {
            line.stop();
        }
        if (socat != null) {
            pullOut();
        }
        others.forEach(Process::destroy);
    }

    private void await(Status status) throws InterruptedException {
        assertThat(intake.await(() -> line.state().status() == status, LIMIT))
                .as("%s, but %s", status, line.state())
                .isTrue();
    }

    @Test
    void textsGoBothWaysOverASerialDevice() throws Exception {
        line.start(intake);
        await(Status.READY);
        network.text(LAN, OFFICE, "TC 1");
        assertThat(intake.await(() -> intake.has("TEXT " + LAN + " TC 1"), LIMIT))
                .isTrue();
        assertThat(line.send(new Submission(1, new PhoneNumber(LAN), "Chao")).result())
                .isEqualTo(Result.SENT);
    }

    @Test
    void theLineComesBackWhenTheDeviceDoes() throws Exception {
        line.start(intake);
        await(Status.READY);
        Path before = device.toRealPath();
        pullOut();
        await(Status.LOST);
        network.text(LAN, OFFICE, "TC 2");
        occupy(before);
        plugIn();
        assertThat(device.toRealPath()).isNotEqualTo(before);
        await(Status.READY);
        assertThat(intake.await(() -> intake.has("TEXT " + LAN + " TC 2"), LIMIT))
                .isTrue();
    }

    @Test
    void theProcessThatHoldsThePortIsNamed() throws Exception {
        Process holder = new ProcessBuilder("sh", "-c", "exec sleep 60 < " + device).start();
        try {
            assertThat(intake.await(() -> !PortHolder.of(device).isEmpty(), LIMIT))
                    .isTrue();
            line.start(intake);
            await(Status.BLOCKED);
            assertThat(line.state().detail()).startsWith("port held by s");
        } finally {
            holder.descendants().forEach(ProcessHandle::destroy);
            holder.destroy();
            holder.waitFor(5, TimeUnit.SECONDS);
        }
        await(Status.READY);
    }

    @Test
    void aDeviceThatIsNotThereIsSaidSo() {
        ModemAddress address = new ModemAddress("serial:/dev/serial/by-id/none");
        assertThatThrownBy(() -> address.opener(THREADS).open())
                .isInstanceOf(AtPort.PortUnavailable.class)
                .hasMessageContaining("no device");
    }
}
