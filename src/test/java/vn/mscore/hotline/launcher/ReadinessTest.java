package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.Waits;

/** What the launcher makes of the health address. */
@Waits
class ReadinessTest {
    private static final String UP = "{\"name\":\"clock\",\"status\":\"UP\",\"data\":{}}";

    private volatile int code = 503;
    private volatile String body = "";
    private HttpServer server;
    private String before;

    @BeforeEach
    void open() throws IOException {
        before = System.getProperty(Readiness.STATE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        if (before == null) {
            System.clearProperty(Readiness.STATE);
        } else {
            System.setProperty(Readiness.STATE, before);
        }
    }

    private String await(String state) throws StartRefused {
        System.setProperty(Readiness.STATE, state);
        return new Readiness("http://127.0.0.1:" + server.getAddress().getPort() + "/", 1).await();
    }

    private static String down(String name, String why) {
        return "{\"status\":\"DOWN\",\"checks\":[" + UP + ",{\"name\":\"" + name
                + "\",\"status\":\"DOWN\",\"data\":{\"m1\":\"LOST, RED\",\"why\":\"" + why + "\"}}]}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lines, m1 is BLOCKED (RED): no SIM",
        "mail, an answer has waited to be sent for 4000 s;",
        "clock, 'the clock is wrong, nothing is sent'",
        "exchange, the manager is away"
    })
    void whatOnlyALineOrTheClockLacksDoesNotEndTheGateway(String check, String why) throws StartRefused {
        body = down(check, why);
        assertThat(await("started")).isEqualTo(check + " (" + why + ")");
    }

    @Test
    void aReadyGatewayLacksNothing() throws StartRefused {
        code = 200;
        assertThat(await("started")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "started, database, 'schema is at 230, this build needs 234'",
        "starting, lines, m1 is STARTING",
        "failed: no such line, lines, m1 is LOST"
    })
    void aGatewayThatDidNotStartOrHasNoDatabaseIsRefused(String state, String check, String why) {
        body = down(check, why);
        assertThatThrownBy(() -> await(state)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aGatewayThatDoesNotSayIsRefused() {
        assertThatThrownBy(() -> await("started"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no answer");
        assertThatThrownBy(() -> await("")).hasMessageContaining("could not be deployed");
    }
}
