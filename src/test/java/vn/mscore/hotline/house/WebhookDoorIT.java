package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.sms.http.Aggregator;

/** The packaged gateway with a line to an aggregator: its doors to the outside, and the way of a text through both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class WebhookDoorIT {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String SECRET = "0123456789abcdef";

    private final Path home = Gateway.freshFolder("webhook");
    private Aggregator aggregator;
    private Gateway gateway;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        aggregator = new Aggregator();
        String mapping = """
                send.url = %s
                send.query.to = {to}
                send.query.text = {text}
                send.timeout = 5
                in.method = POST
                in.from = form:from
                in.text = form:text
                in.id = form:id
                in.reply.body = OK
                check.token = header:X-Token
                check.addresses = %s
                """;
        Path near = Files.writeString(
                home.resolve("near.mapping"), mapping.formatted(aggregator.address("/send"), "127.0.0.1"));
        Path far = Files.writeString(
                home.resolve("far.mapping"), mapping.formatted(aggregator.address("/send"), "203.0.113.0/24"));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.sms.http", "near=" + near + ",far=" + far)
                .set("hotline.sms.http.near.secret", SECRET)
                .set("hotline.sms.http.far.secret", SECRET);
        gateway.start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
        aggregator.close();
    }

    private HttpRequest.Builder call(String path, String body) {
        return gateway.request(path)
                .header("X-Token", SECRET)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void aQuestionComesInByTheDoorAndItsAnswerGoesOutByTheAggregator() throws Exception {
        aggregator.answer = asked -> new Aggregator.Says(202, "OK");
        HttpResponse<String> thanks = gateway.send(call("/sms/in/near", "id=1&from=84912345678&text=TG"));
        assertThat(thanks.statusCode()).as(thanks.body()).isEqualTo(200);
        assertThat(thanks.body()).isEqualTo("OK");
        assertThat(gateway.send(call("/sms/in/near", "id=1&from=84912345678&text=TG"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Gateway.await(ANSWER, () -> aggregator.asked.stream()
                        .anyMatch(asked -> asked.uri().contains("84912345678"))))
                .isTrue();
        assertThat(aggregator.asked.stream().map(Aggregator.Asked::uri))
                .filteredOn(uri -> uri.startsWith("/send?to=84912345678&text="))
                .hasSize(1);
        assertThat(Gateway.await(ANSWER, () -> figure("near", "duplicates") == 1))
                .as("one of the two was known already")
                .isTrue();
        assertThat(figure("far", "duplicates")).isZero();
    }

    private double figure(String line, String name) {
        return Exposition.now(gateway, "hotline_line_" + name, "line=\"" + line + "\"");
    }

    @Test
    void aGetWhoseConnectionBreaksBeforeTheAnswerIsOfUnknownFateAndNotRepeated() throws Exception {
        aggregator.answer = asked -> {
            throw new IllegalStateException("cut");
        };
        assertThat(gateway.send(call("/sms/in/near", "id=3&from=84987654321&text=TG"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Gateway.await(ANSWER, () -> unknown() == 1)).isTrue();
        assertThat(aggregator.asked.stream().filter(asked -> asked.uri().contains("84987654321")))
                .hasSize(1);
    }

    private long unknown() {
        try {
            return gateway.get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.matches("hotline_line_unknown\\{.*line=\"near\".*} 1(\\.0)?"))
                    .count();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Test
    void whatNobodyCouldReadIsListedOpenedByACustodianOnlyAndSettledByHim() throws Exception {
        assertThat(gateway.send(call("/sms/in/near", "id=9&from=84912345678&mot=cứu tôi với"))
                        .statusCode())
                .isEqualTo(400);
        Caller technician = withFreshCode(Role.ADMINISTRATOR);
        String list = technician.get("/console/kept").body();
        assertThat(list).contains("near").doesNotContain("cứu tôi với", "84912345678");
        String id = found("/console/kept/(\\d+)/again", list);
        for (String deed : List.of("open", "settle")) {
            assertThat(technician
                            .post("/console/kept/" + id + "/" + deed, Map.of())
                            .status())
                    .as(deed)
                    .isEqualTo(403);
        }
        assertThat(technician.post("/console/kept/" + id + "/again", Map.of()).status())
                .as("a call cannot be read again")
                .isEqualTo(409);
        Caller custodian = withFreshCode(Role.CUSTODIAN);
        assertThat(custodian.post("/console/kept/" + id + "/again", Map.of()).status())
                .isEqualTo(403);
        assertThat(custodian.post("/console/kept/" + id + "/open", Map.of()).body())
                .contains("cứu tôi với");
        assertThat(custodian.post("/console/kept/" + id + "/settle", Map.of()).location())
                .endsWith("/console/kept");
        assertThat(custodian.get("/console/kept").body()).doesNotContain("/console/kept/" + id + "/");
        Caller auditor = Caller.signedIn(gateway, People.of(gateway, Role.AUDITOR));
        assertThat(auditor.get("/console/audit").body())
                .contains("kept.opened", "kept.settled")
                .doesNotContain("kept.again", "cứu tôi với");
    }

    private Caller withFreshCode(Role role) throws Exception {
        People.Person person = People.of(gateway, role);
        Caller caller = Caller.signedIn(gateway, person);
        caller.stepUp(person);
        return caller;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void strangersAndLongBodiesAreTurnedAwayAndToldNothing() throws Exception {
        String body = "id=2&from=84912345678&text=TG";
        HttpRequest.Builder unsigned = gateway.request("/sms/in/near").POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(gateway.send(unsigned).statusCode()).isEqualTo(401);
        assertThat(gateway.send(call("/sms/in/far", body)).statusCode()).isEqualTo(403);
        assertThat(gateway.send(call("/sms/in/nobody", body)).statusCode()).isEqualTo(404);
        assertThat(gateway.send(call("/sms/dlr/near", body)).statusCode()).isEqualTo(404);
        assertThat(gateway.send(call("/sms/other", body)).statusCode()).isEqualTo(404);
        assertThat(gateway.send(call("/sms/in/near", "x".repeat(1 << 20))).statusCode())
                .isEqualTo(413);
        byte[] chunked = "x".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        HttpRequest.Builder withoutLength = gateway.request("/sms/in/near")
                .header("X-Token", SECRET)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked)));
        assertThat(gateway.send(withoutLength).statusCode()).isEqualTo(413);
        HttpResponse<String> get = gateway.send(gateway.request("/sms/in/near").GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.body()).isEqualTo("405 method\n");
        assertThat(get.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
