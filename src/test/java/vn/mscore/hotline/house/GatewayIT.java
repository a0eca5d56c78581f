package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.mscore.hotline.sms.simulator.Switch;

/** The whole way: the packaged gateway with its embedded database, a modem, citizens, an integrator, a technician. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayIT {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";
    private static final String CODE = "H50.15-260814-0012";

    private final Path home = Gateway.freshFolder("gateway");
    private Air air;
    private Gateway gateway;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        air = new Air(home.resolve("modem.jsonl"));
        gateway = new Gateway(home.resolve("gateway")).set("hotline.sms.modems", "first=" + air.address());
        gateway.start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
        air.close();
    }

    @Test
    @Order(1)
    void theFirstStartMakesSecretsAndPrintsOnlyTheirPaths() throws IOException {
        for (String name : List.of("admin-password", "api-key")) {
            Path secret = gateway.var().resolve("secrets").resolve(name);
            assertThat(gateway.output())
                    .contains(secret.toString())
                    .doesNotContain(Files.readString(secret).strip());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @Order(2)
    void anIntegratorFeedsADossierAndItsCitizenTextsTheCodeAndLearnsWhereItIs() throws Exception {
        assertThat(gateway.call("PUT", "/api/v1/units/H50.15", UNIT).statusCode())
                .isEqualTo(204);
        HttpResponse<String> fed = gateway.call("PUT", "/api/v1/dossiers/" + CODE, DOSSIER);
        assertThat(fed.statusCode()).as(fed.body()).isBetween(200, 204);
        air.text(LAN, "TC " + CODE.toLowerCase(Locale.ROOT));
        assertThat(air.received(LAN, 1, ANSWER)).singleElement().asString().contains(CODE);
    }

    @Test
    @Order(3)
    void row121NothingUnderTheInterfaceAnswersWithoutTheRightKey() throws Exception {
        List<String> addresses = new ArrayList<>(Resources.declared());
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(10);
        addresses.add("GET /api/v1/no-such-thing");
        for (String address : addresses) {
            String[] request = address.replaceAll("\\{\\w+}", "X1").split(" ", 2);
            for (String key : List.of("", "wrong", "k".repeat(43))) {
                HttpRequest.Builder asked = gateway.request(request[1])
                        .header("Content-Type", "application/json")
                        .method(request[0], HttpRequest.BodyPublishers.ofString(request[0].equals("GET") ? "" : "{}"));
                HttpResponse<String> answer = gateway.send(key.isEmpty() ? asked : asked.header("X-Api-Key", key));
                assertThat(answer.statusCode()).as(address + " " + key).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
            }
        }
    }

    @Test
    @Order(3)
    void thePhonesOfTheDemoAreNotThereOutsideTheDemo() throws Exception {
        assertThat(gateway.get("/handset/").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/simulator").statusCode()).isEqualTo(401);
        assertThat(gateway.call("GET", "/api/simulator", "").statusCode()).isEqualTo(404);
        assertThat(gateway.call("PUT", "/api/simulator/switches/hang", "{\"position\":1}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void theAddressesForMachinesDescribeAndMeasureTheGateway() throws Exception {
        assertThat(Gateway.await(ANSWER, () -> figure("hotline_line_delivered") >= 1))
                .as("the one text that was answered has arrived")
                .isTrue();
        assertThat(figure("hotline_line_ready")).isEqualTo(1);
        assertThat(figure("hotline_line_received")).isEqualTo(1);
        assertThat(figure("hotline_line_sent")).isEqualTo(1);
        assertThat(figure("hotline_line_delivered_percent")).isEqualTo(100);
        assertThat(figure("hotline_line_failed")).isZero();
        assertThat(figure("hotline_line_oldest_seconds")).isZero();
        HttpResponse<String> metrics = gateway.get("/metrics");
        for (String kind : List.of("probe-lost", "database-away")) {
            assertThat(Exposition.value(metrics.body(), "hotline_alarm", "kind=\"" + kind + "\""))
                    .as(kind)
                    .isZero();
        }
        assertThat(metrics.body()).contains("hotline_outbox{");
        assertThat(gateway.get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = gateway.get("/health/ready");
        assertThat(ready.body()).contains("database", "lines", "mail", "templates");
        assertThat(ready.body()).contains("do not leave this machine: hotline.audit.witness is not set");
        assertThat(ready.headers().map()).doesNotContainKeys("Server", "X-Powered-By");
    }

    @Test
    @Order(4)
    void theDescriptionOfTheInterfaceNamesExactlyTheResourcesOfTheCode() throws Exception {
        JsonObject description = Json.createReader(
                        new StringReader(gateway.get("/openapi?format=JSON").body()))
                .readObject();
        Set<String> described = new TreeSet<>();
        description.getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(Resources.declared()).isNotEmpty();
        assertThat(description.toString()).contains("X-Api-Key");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/web/requests.tsv", delimiter = '\t', numLinesToSkip = 1)
    @Order(4)
    void aStrangeRequestIsRefusedAndTellsNothing(ArgumentsAccessor row) throws Exception {
        String path = row.getString(2).replace("long-path", "x".repeat(10_000));
        HttpResponse<String> answer = gateway.call(row.getString(1), path, WebBodies.of(row.getString(3)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.getInteger(4));
        assertThat(answer.body().toLowerCase(Locale.ROOT))
                .doesNotContain("payara", "glassfish", "exception", "\tat ", "java.", "jersey", "select ");
        assertThat(answer.headers().firstValue("X-Content-Type-Options").isPresent()
                        || answer.body().isEmpty())
                .as("headers of %s", answer)
                .isTrue();
    }

    @Test
    @Order(5)
    void aSecondGatewayOnTheSameDataRefusesAndSaysWhy() throws Exception {
        Gateway second = new Gateway(home.resolve("second"))
                .set("hotline.var", gateway.var().toString());
        second.launch();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .contains("another gateway")
                .contains(gateway.var().toString());
    }

    @Test
    @Order(6)
    void anIntegratorReadsNothingUnclassifiedAndNothingSecret() throws Exception {
        air.text(MINH, "PA duong vao thon day o ga");
        String receipt = air.received(MINH, 1, ANSWER).get(0);
        assertThat(receipt).startsWith("Da nhan phan anh");
        air.text(MINH, "TCAO truong phong lam sai");
        assertThat(air.received(MINH, 2, ANSWER).get(1)).startsWith("Da nhan tin");
        HttpResponse<String> complaints = gateway.call("GET", "/api/v1/complaints", "");
        assertThat(complaints.statusCode()).as(complaints.body()).isEqualTo(200);
        assertThat(complaints.body())
                .startsWith("{\"items\":[]")
                .doesNotContain(receipt.replaceAll(".*?(\\d{8}).*", "$1"), "DENUNCIATION", "duong", MINH.substring(3));
        assertThat(gateway.call("GET", "/api/v1/scores?limit=5", "").body()).startsWith("{\"items\":[]");
        assertThat(gateway.call("GET", "/api/v1/scores?limit=ten", "").statusCode())
                .isEqualTo(400);
        assertThat(gateway.call("GET", "/api/v1/complaints?after=x", "").statusCode())
                .isEqualTo(400);
        assertThat(gateway.get("/openapi").body()).contains("/api/v1/complaints", "/api/v1/scores");
    }

    @Test
    @Order(7)
    void theHealthIsRedWhileTheModemIsUnpluggedAndGreenAfterItIsBack() throws Exception {
        air.turn(Switch.UNPLUG, 1);
        assertThat(Gateway.await(ANSWER, () -> health() == 503)).isTrue();
        assertThat(gateway.get("/health/ready").body()).contains("first is ");
        air.turn(Switch.UNPLUG, 0);
        assertThat(Gateway.await(ANSWER, () -> health() == 200)).isTrue();
    }

    @Test
    @Order(6)
    void row142anOutageOfTheDatabaseIsToldAndEndsByItself() throws Exception {
        gateway.processes().stream()
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                .forEach(ProcessHandle::destroyForcibly);
        HttpResponse<String> refused = refusedWhileAway();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).doesNotContain("Exception", "SQL", "at vn.");
        assertThat(Gateway.await(ANSWER, () -> health() == 200)).isTrue();
        assertThat(Gateway.await(ANSWER, () -> scores().statusCode() == 200)).isTrue();
    }

    private HttpResponse<String> refusedWhileAway() throws Exception {
        AtomicReference<HttpResponse<String>> refused = new AtomicReference<>();
        CompletableFuture<Boolean> red = CompletableFuture.supplyAsync(this::turnsRed);
        assertThat(Gateway.await(ANSWER, () -> {
                    HttpResponse<String> now = scores();
                    assertThat(now.statusCode()).as(now.body()).isIn(200, 503);
                    if (now.statusCode() == 503) {
                        refused.set(now);
                    }
                    return refused.get() != null;
                }))
                .as("the database starts again later than a call comes")
                .isTrue();
        assertThat(red.join()).as("health was red").isTrue();
        return refused.get();
    }

    private boolean turnsRed() {
        try {
            return Gateway.await(ANSWER, () -> health() == 503);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> scores() {
        try {
            return gateway.call("GET", "/api/v1/scores", "");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double figure(String name) {
        return Exposition.now(gateway, name, "line=\"first\"");
    }

    private int health() {
        try {
            return gateway.get("/health/ready").statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Test
    @Order(8)
    void theGatewayIsKilledWithItsDatabaseLeftBehindAndStartsAgainWithAllData() throws Exception {
        gateway.kill();
        assertThat(gateway.processes()).as("the orphaned database").isNotEmpty();
        gateway.start();
        air.text(LAN, CODE);
        assertThat(air.received(LAN, 2, ANSWER)).hasSize(2).last().asString().contains(CODE);
    }

    @Test
    @Order(9)
    void aSignalStopsEverythingAndLeavesNoProcess() throws Exception {
        assertThat(gateway.terminate()).isLessThan(Duration.ofSeconds(20));
        assertThat(gateway.processes()).isEmpty();
    }

    @Test
    @Order(10)
    void noLogHoldsANumberACodeOrASecret() throws Exception {
        String key = Files.readString(gateway.var().resolve("secrets/api-key")).strip();
        try (Stream<Path> logs = Files.walk(gateway.var().resolve("log"))) {
            for (Path log : (Iterable<Path>) logs.filter(Files::isRegularFile)::iterator) {
                assertThat(Files.readString(log))
                        .as(log.toString())
                        .doesNotContain(LAN, LAN.substring(3), CODE, CODE.toLowerCase(Locale.ROOT), key);
            }
        }
    }

    private static final String UNIT = """
            {"name": "Trung tâm Phục vụ hành chính công xã Khe Sanh", "shortName": "TT PVHCC xa Khe Sanh",
             "kind": "ONE_STOP", "validFrom": "2025-07-01", "identifiers": ["H50.15"]}""";

    private static final String DOSSIER = """
            {"unit": "H50.15", "procedure": "1.000001", "field": "dat-dai", "receivedAt": "2026-08-14T08:00:00+07:00",
             "dueAt": "2027-08-20T17:00:00+07:00", "status": "PROCESSING", "phone": "0912345678", "stages": []}""";
}
