package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** TLS: only a certificate of the trust file that carries the host's name will do. */
@Timeout(60)
@Waits
class SmppTlsTest {
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aTrustedCertificateWithTheNameIsTakenAndNoOther() throws Exception {
        Path trust = certificate("good", "dns:localhost,ip:127.0.0.1");
        try (SSLServerSocket centre = centre("good")) {
            try (SmppSocket socket = SmppSocket.open(address("localhost", centre), Optional.of(trust))) {
                assertThat(socket.socket().isConnected()).isTrue();
            }
            assertThatThrownBy(() -> SmppSocket.open(address("localhost", centre), Optional.empty()))
                    .as("a certificate nobody signed")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        Path trust = certificate("other", "dns:smsc.example.vn");
        try (SSLServerSocket centre = centre("other")) {
            assertThatThrownBy(() -> SmppSocket.open(address("localhost", centre), Optional.of(trust)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void aLineBindsAndSendsOverTls() throws Exception {
        Path trust = certificate("good", "dns:localhost,ip:127.0.0.1");
        try (SSLServerSocket centre = centre("good")) {
            SmppLine line = QuickLine.to(
                    "smpps://u@localhost:" + centre.getLocalPort(),
                    Map.of("hotline.sms.smpp.op.trust", trust.toString()));
            line.start(new KeptIntake());
            try {
                assertThat(Centre.await(() -> line.state().status() == Status.READY))
                        .as(() -> line.state().toString())
                        .isTrue();
                SendOutcome outcome = line.send(new Submission(7, new PhoneNumber("+84912345678"), "x"));
                assertThat(outcome.references()).as(outcome.reason()).containsExactly("1001");
            } finally {
                line.stop();
            }
        }
    }

    @Test
    void aCentreThatStopsReadingHoldsUpNoClosing() throws Exception {
        Path trust = certificate("good", "dns:localhost,ip:127.0.0.1");
        try (SSLServerSocket centre = listening("good")) {
            CompletableFuture<Socket> peer = CompletableFuture.supplyAsync(() -> handshake(centre));
            SmppLink link = new SmppLink(SmppSocket.open(address("localhost", centre), Optional.of(trust)));
            AtomicInteger written = new AtomicInteger();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> fill(link, written));
            assertThat(standsStill(written)).as("the write waits for the peer").isTrue();
            assertThatCode(() -> CompletableFuture.runAsync(link::close).get(20, TimeUnit.SECONDS))
                    .doesNotThrowAnyException();
            writing.get(20, TimeUnit.SECONDS);
            assertThat(link.open()).isFalse();
            peer.get(20, TimeUnit.SECONDS).close();
        }
    }

    private static Socket handshake(SSLServerSocket centre) {
        try {
            SSLSocket peer = (SSLSocket) centre.accept();
            peer.startHandshake();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(SmppLink link, AtomicInteger written) {
        while (link.answer((composer, number) -> new byte[1 << 16], 1)) {
            written.incrementAndGet();
        }
    }

    private static boolean standsStill(AtomicInteger written) throws InterruptedException {
        return Centre.await(() -> {
            int before = written.get();
            SmppLineTest.pause(500);
            return before > 0 && written.get() == before;
        });
    }

    private static SmppAddress address(String host, SSLServerSocket centre) {
        return SmppAddress.parse("smpps://u@" + host + ":" + centre.getLocalPort());
    }

    /** Makes a key and its certificate; tells where the certificate is. */
    private Path certificate(String name, String names) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        Path pem = folder.resolve(name + ".pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "k",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-keystore",
                store.toString());
        keytool("-exportcert", "-rfc", "-alias", "k", "-file", pem.toString(), "-keystore", store.toString());
        return pem;
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(java.util.List.of(words));
        command.addAll(java.util.List.of("-storetype", "PKCS12", "-storepass", new String(WORD)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private SSLServerSocket centre(String name) throws Exception {
        SSLServerSocket centre = listening(name);
        Thread thread = new Thread(() -> shakeHands(centre), "tls-centre");
        thread.setDaemon(true);
        thread.start();
        return centre;
    }

    private SSLServerSocket listening(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, WORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    private static void shakeHands(SSLServerSocket centre) {
        while (!centre.isClosed()) {
            try (Socket peer = centre.accept()) {
                peer.setSoTimeout(5000);
                answer(peer);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    /** Takes every bind, text and question until the peer goes. */
    private static void answer(Socket peer) throws IOException {
        DataInputStream in = new DataInputStream(peer.getInputStream());
        while (true) {
            SmppPdu pdu = SmppPdu.read(in);
            String more =
                    switch (pdu.command()) {
                        case SMPPConstant.CID_BIND_TRANSCEIVER -> "00";
                        case SMPPConstant.CID_SUBMIT_SM -> "3130303100";
                        default -> "";
                    };
            String answer = "%08x%08x00000000%08x%s"
                    .formatted(16 + more.length() / 2, pdu.command() | 0x80000000, pdu.sequence(), more);
            peer.getOutputStream().write(HexFormat.of().parseHex(answer));
        }
    }
}
