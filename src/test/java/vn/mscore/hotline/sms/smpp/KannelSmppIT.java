package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/**
 * The line against SMPP that is neither ours nor jSMPP's: {@code drive_smpp} of Debian's package kannel-extras, the message
 * centre Kannel tests its own driver with. It takes a transmitter and a receiver, delivers numbered texts and takes submissions.
 */
@Timeout(600)
class KannelSmppIT {
    private static final String CENTRE = "/usr/lib/kannel/test/drive_smpp";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TEXTS = 200;

    /** Where it wants to meet Kannel's smsbox door, whatever it is told. */
    private static final int SMSBOX_DOOR = 13_001;

    private final Path folder = Gateway.freshFolder("kannel");
    private final KeptIntake intake = new KeptIntake();
    private ServerSocket smsboxDoor;
    private Process centre;
    private SmppLine line;

    @BeforeEach
    void open() throws Exception {
        AptTool.require(CENTRE, "kannel-extras");
        smsboxDoor = door();
        int port = Exchange.freePort();
        centre = new ProcessBuilder(CENTRE, "-v", "0", "-p", Integer.toString(port), "-m", Integer.toString(TEXTS))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        line = QuickLine.to("smpp://hotline@127.0.0.1:" + port + "?bind=pair&window=10", Map.of());
    }

    private Path output() {
        return folder.resolve("centre.txt");
    }

    /** Takes what a smsbox would say, and says nothing. */
    private static ServerSocket door() throws IOException {
        ServerSocket door;
        try {
            door = new ServerSocket(SMSBOX_DOOR, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            AptTool.skipUnless(false, "another program has port " + SMSBOX_DOOR + ": Kannel's centre is not tried");
            throw e;
        }
        Thread thread = new Thread(() -> listen(door), "smsbox-door");
        thread.setDaemon(true);
        thread.start();
        return door;
    }

    private static void listen(ServerSocket door) {
        try (Socket smsbox = door.accept();
                InputStream in = smsbox.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The test is over.
        }
    }

    @AfterEach
    void close() throws Exception {
        if (line != null) {
            line.stop();
        }
        if (centre != null) {
            centre.destroyForcibly();
            centre.waitFor(10, TimeUnit.SECONDS);
        }
        if (smsboxDoor != null) {
            smsboxDoor.close();
        }
    }

    private String said() {
        try {
            return Files.readString(output(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long said(String words) {
        return said().lines().filter(heard -> heard.contains(words)).count();
    }

    @Test
    void kannelsCentreBindsDeliversAndTakesSubmissions() throws Exception {
        line.start(intake);
        assertThat(Gateway.await(LIMIT, () -> line.state().status() == Status.READY))
                .as("%s, %s", line.state(), said())
                .isTrue();
        assertThat(said("type bind_transmitter")).isEqualTo(1);
        assertThat(said("type bind_receiver")).isEqualTo(1);
        assertThat(Gateway.await(LIMIT, () -> intake.log().size() == TEXTS && said("type deliver_sm_resp") == TEXTS))
                .as("%d kept, %d acknowledged", intake.log().size(), said("type deliver_sm_resp"))
                .isTrue();
        assertThat(intake.log()).doesNotHaveDuplicates().contains("TEXT 456 1", "TEXT 456 " + TEXTS);
        assertThat(line.send(new Submission(1, new PhoneNumber("+84912345678"), "Ho so da xong"))
                        .result())
                .isEqualTo(Result.SENT);
        assertThat(Gateway.await(LIMIT, () -> said("short_message = <Ho so da xong>") == 1))
                .as("%s", said())
                .isTrue();
        assertThat(said("Unhandled SMPP PDU")).isZero();
    }
}
