package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The witness in {@code src/deploy} takes what we post, and nothing else. */
@Timeout(60)
class WitnessScriptTest {
    private static final String SHARED = "0123456789abcdef01234567";
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    Path folder;

    private final SignedPost post = new SignedPost("test", Executors.defaultThreadFactory(), Clock.systemUTC());
    private Process witness;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "there is no python3 here");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port + "/heads");
        Path shared = Files.writeString(folder.resolve("shared"), SHARED + "\n");
        witness = new ProcessBuilder(
                        PYTHON.toString(),
                        "src/deploy/witness/hotline-witness.py",
                        Integer.toString(port),
                        folder.resolve("heads.jsonl").toString(),
                        shared.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (answer(post, SHARED, "{\"first\":1}")
                .filter(why -> why.startsWith("did not answer"))
                .isPresent()) {
            Thread.sleep(50);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        post.close();
        if (witness != null) {
            witness.destroy();
            witness.waitFor();
        }
    }

    private Optional<String> answer(SignedPost by, String secret, String body) {
        return by.fault(new PostAddress(address, secret), body);
    }

    @Test
    void itKeepsOurHeadsAsTheyCameAndNothingElse() throws IOException {
        assertThat(answer(post, SHARED, "{\"lines\":7}")).isEmpty();
        assertThat(answer(post, SHARED + "x", "{\"lines\":8}")).contains("answered 401");
        assertThat(answer(post, SHARED, "{\"lines\":9}\n{\"lines\":10}")).contains("answered 401");
        assertThat(answer(post, SHARED, "x".repeat(1001))).contains("answered 413");
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        try (SignedPost played = new SignedPost("late", Executors.defaultThreadFactory(), late)) {
            assertThat(answer(played, SHARED, "{\"lines\":11}")).contains("answered 401");
        }
        assertThat(Files.readAllLines(folder.resolve("heads.jsonl"))).containsExactly("{\"first\":1}", "{\"lines\":7}");
    }
}
