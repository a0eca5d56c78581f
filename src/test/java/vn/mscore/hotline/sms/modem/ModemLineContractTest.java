package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Waits;

/** The contract by a modem on a serial device: a pseudo-terminal that socat joins to the simulated one. */
@Waits
class ModemLineContractTest extends ModemContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Process socat;

    @BeforeAll
    static void install() throws Exception {
        AptTool.require("socat", "socat");
    }

    @Override
    ModemAddress address() throws Exception {
        Path device = folder.resolve("ttyTest");
        socat = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + device, "tcp:127.0.0.1:" + modem.port() + ",nodelay")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(Gateway.await(LIMIT, () -> Files.exists(device))).isTrue();
        return new ModemAddress("serial:" + device + "?baud=115200");
    }

    @Override
    protected void close() throws Exception {
        super.close();
        if (socat != null) {
            socat.destroy();
            socat.waitFor(5, TimeUnit.SECONDS);
        }
    }
}
