package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.Gateway;

/** The newcomer's path: the demo as it is started, its page, and a text that takes the whole way and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandsetIT {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String PHONES = "/api/simulator/phones/";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path home;

    private Gateway gateway;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(home.resolve("demo")).set("hotline.demo", "true").start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
    }

    private static JsonStructure json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).read();
    }

    private JsonObject object(String path) throws IOException, InterruptedException {
        return json(gateway.get(path)).asJsonObject();
    }

    private HttpResponse<String> change(String method, String path, String body)
            throws IOException, InterruptedException {
        return gateway.send(gateway.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void theFrontPageLeadsToTheHandset() throws Exception {
        HttpResponse<String> front = gateway.get("/");
        assertThat(front.statusCode()).isEqualTo(302);
        assertThat(front.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/handset/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/handset/, text/html",
        "/handset/main.js, javascript",
        "/handset/handset.css, text/css",
        "/handset/icons/favicon.svg, image/svg"
    })
    void thePageAndItsPartsComeUnderAStrictPolicy(String path, String type) throws Exception {
        HttpResponse<String> part = gateway.get(path);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.headers().firstValue("Content-Type"))
                .hasValueSatisfying(given -> assertThat(given).contains(type));
        assertThat(part.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe"));
        assertThat(part.body()).doesNotContain("innerHTML", "<style", " style=", " onclick=");
    }

    @Test
    void aTextTakesTheWholeWayAndItsAnswerComesBack() throws Exception {
        JsonObject citizen = ((JsonArray) json(gateway.get("/api/simulator/citizens"))).getJsonObject(0);
        String code = citizen.getJsonArray("codes").getJsonObject(0).getString("code");
        HttpResponse<String> sent =
                change("POST", PHONES + citizen.getString("phone") + "/messages", "{\"text\":\"TC " + code + "\"}");
        assertThat(sent.statusCode()).isEqualTo(202);
        String question = "/api/simulator/messages/" + json(sent).asJsonObject().getJsonNumber("id");
        Gateway.await(ANSWER, () -> isAnswered(question));
        JsonObject asked = object(question);
        assertThat(asked.getString("stage")).isEqualTo("ANSWERED");
        assertThat(asked.getJsonArray("steps")
                        .getValuesAs(step -> step.asJsonObject().getString("stage")))
                .isEqualTo(List.of("IN_THE_AIR", "IN_MODEM", "READ", "STORED", "ANSWERED"));
        JsonObject answer = object("/api/simulator/messages/" + asked.getJsonNumber("answers"));
        assertThat(answer.getString("text")).contains(code);
        assertThat(answer.getInt("price")).isEqualTo(350 * answer.getInt("parts"));
    }

    private boolean isAnswered(String question) {
        try {
            return object(question).getString("stage").equals("ANSWERED");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aPageThatWasAwayGetsTheIdsItMissed() throws Exception {
        change("POST", PHONES + "0912345678/messages", "{\"text\":\"HD\"}");
        HttpRequest request = gateway.request("/api/simulator/stream")
                .header("Last-Event-ID", "0")
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            String all = lines.readLine() + "\n" + lines.readLine() + "\n" + lines.readLine() + "\n" + lines.readLine()
                    + "\n" + lines.readLine() + "\n" + lines.readLine();
            assertThat(all).contains("event: hello", "event: message", "id: 1").doesNotContain("+84", "HD");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1"})
    void aForeignPageCannotText(String origin) throws Exception {
        HttpResponse<String> refused = gateway.send(gateway.request(PHONES + "0912345678/messages")
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"HD\"}")));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        HttpResponse<String> refused = gateway.send(gateway.request(PHONES + "0912345678/messages")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"HD\"}")));
        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/simulator/phones/x/messages | {\"text\":\"HD\"} | 400",
                "POST | /api/simulator/phones/0912345678/messages | {} | 400",
                "POST | /api/simulator/phones/0912345678/messages | {\"text\":7} | 400",
                "POST | /api/simulator/phones/0912345678/messages | [] | 400",
                "POST | /api/simulator/phones/0912345678/messages | rubbish | 400",
                "PUT | /api/simulator/switches/no-such | {\"position\":1} | 404",
                "PUT | /api/simulator/switches/noise | {\"position\":101} | 400",
                "PUT | /api/simulator/switches/noise | {} | 400",
                "PUT | /api/simulator/switches/noise | {\"position\":0} | 200",
                "POST | /api/simulator/phones/0912345678/calls | {} | 202"
            })
    void requestsAreAnsweredByWhatTheyHold(String method, String path, String body, int status) throws Exception {
        assertThat(change(method, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void theStateOfTheSimulatorIsTold() throws Exception {
        JsonObject state = object("/api/simulator");
        assertThat(state.getString("number")).isEqualTo("+84888081808");
        assertThat(state.getBoolean("connected")).isTrue();
        assertThat(state.getJsonArray("switches")).hasSizeGreaterThan(10);
    }
}
