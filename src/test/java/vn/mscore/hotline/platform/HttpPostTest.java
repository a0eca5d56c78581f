package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpPostTest {
    private final HttpPost quick = new HttpPost("post", Executors.defaultThreadFactory(), Duration.ofMillis(500));
    private final HttpPost patient = new HttpPost("post", Executors.defaultThreadFactory(), Duration.ofSeconds(20));

    @AfterEach
    void close() {
        quick.close();
        patient.close();
    }

    @Test
    void whoeverAcceptsAndNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket dumb = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> quick.status(post(dumb.getLocalPort())))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no answer in time");
        }
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        HttpServer server = server(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
        });
        assertThatThrownBy(() -> quick.status(post(server.getAddress().getPort())))
                .hasMessage("no answer in time");
        server.stop(0);
    }

    @Test
    void nobodyThereIsAnOutage() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> patient.status(post(port))).isInstanceOf(IOException.class);
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(patient.status(post(server.getAddress().getPort()))).isEqualTo(302);
        assertThat(asked).hasValue(1);
        server.stop(0);
    }

    /** The expected value is of Python's hmac, over {@code 1771000000.{"id":"1"}}. */
    @Test
    void aSignedPostSignsTimeAndBody() {
        assertThat(SignedPost.signature("0123456789abcdef01234567", "1771000000", "{\"id\":\"1\"}"))
                .isEqualTo("4fefafbd4f9aededb6da21bbebd86c21a0eebfc57d96578b0383e0d5e547b6be");
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static HttpRequest post(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
