package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS: only a certificate of the trust file that carries the host's name will do. */
@Timeout(60)
class SmppTlsTest {
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aTrustedCertificateWithTheNameIsTakenAndNoOther() throws Exception {
        Path trust = certificate("good", "dns:localhost,ip:127.0.0.1");
        try (SSLServerSocket centre = centre("good")) {
            try (Socket socket = SmppSocket.open(address("localhost", centre), Optional.of(trust))) {
                assertThat(socket.isConnected()).isTrue();
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
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, WORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket centre = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
        Thread thread = new Thread(() -> shakeHands(centre), "tls-centre");
        thread.setDaemon(true);
        thread.start();
        return centre;
    }

    private static void shakeHands(SSLServerSocket centre) {
        while (!centre.isClosed()) {
            try (Socket peer = centre.accept()) {
                peer.setSoTimeout(5000);
                assertThat(peer.getInputStream().read()).isGreaterThanOrEqualTo(-1);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}
