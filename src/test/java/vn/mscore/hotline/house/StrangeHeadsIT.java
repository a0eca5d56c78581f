package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.crash.TcpGate;

/**
 * Heads that no decent client sends, written to the socket of the packaged gateway: verbs (security row 130), names and
 * addresses that somebody claims (row 131), headers that are none (row 132); types (row 128) and tokens (row 123) that are
 * not the right ones; an outage of the database (row 142); and the cookies and headers of a gateway behind TLS (R37, R39).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangeHeadsIT {
    private static final int LIMIT_MILLIS = 30_000;
    private static final String LEAK = "(?is).*(payara|glassfish|grizzly|exception|\\tat |jersey).*";

    /** What is there: pages, files, the interface, what machines ask, and what is not there. */
    private static final List<String> PATHS = List.of(
            "/",
            "/console/login",
            "/console/queue",
            "/assets/console.css",
            "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "/api/v1/scores",
            "/api/v1/complaints",
            "/health/ready",
            "/metrics",
            "/openapi",
            "/sms/nowhere/in",
            "/error",
            "/no-such-page");

    private final TestDatabase.Schema schema = TestDatabase.empty();
    private TcpGate gate;
    private Gateway gateway;
    private URI home;
    private List<String> operator;
    private String key;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gate = new TcpGate(schema.port());
        gateway = new Gateway(Gateway.freshFolder("heads"))
                .set("hotline.demo", "true")
                .set("hotline.console.https", "true")
                .set("hotline.db.url", schema.through(gate.port()).url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
        gateway.start();
        home = gateway.request("/").build().uri();
        operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR)).headers();
        key = "X-Api-Key: "
                + Files.readString(gateway.var().resolve("secrets/api-key")).strip();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        gateway.close();
        gate.close();
    }

    /** All that comes back; empty when the connection was cut. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    private static String head(String line, List<String> headers) {
        return line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    @ParameterizedTest(name = "row 130: {0}")
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "MKCOL", "PATCH", "PUT", "DELETE", "get", "FOO", "DEBUG"})
    void aVerbThatNothingAnswersIsRefusedEverywhere(String verb) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String path : PATHS) {
            List<String> headers =
                    new ArrayList<>(List.of("Host: 127.0.0.1", "Content-Length: 0", "X-Mine: echo-of-mine"));
            headers.addAll(operator);
            headers.add(key);
            String answer = answer(head(verb + " " + path, headers));
            boolean refused = status(answer) == 405 || status(answer) == 404 && isNowhere(path);
            if (!refused || answer.contains("echo-of-mine") || answer.matches(LEAK)) {
                wrong.add(path + " -> " + answer.lines().findFirst().orElse("cut"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isNowhere(String path) {
        return path.equals("/no-such-page") || path.equals("/sms/nowhere/in") || path.equals("/error");
    }

    @ParameterizedTest(name = "row {0}")
    @CsvFileSource(resources = "/web/heads.tsv", delimiter = '\t', numLinesToSkip = 1)
    void aStrangeHeadIsRefusedOrTakenForWhatItIs(String name, String line, String headers, String status)
            throws Exception {
        String request = head(line, List.of(spelled(headers).split("\\|")));
        String answer = answer(request.contains("chunked") ? request + "0\r\n\r\n" : request);
        assertThat(Integer.toString(status(answer))).as(name + "\n" + answer).matches(status);
        assertThat(answer).doesNotContain("evil.example").doesNotMatch(LEAK);
        if (name.startsWith("131") && !name.contains("ours")) {
            assertThat(answer).as("a page").doesNotContain("hotline-form");
        }
        assertThat(answer.lines().takeWhile(one -> !one.isEmpty())).noneMatch(one -> one.startsWith("Set-Cookie: a=b"));
        assertThat(gateway.send(gateway.request("/console/login")))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(200);
    }

    /**
     * {@code \r}, {@code \n}, {@code \0} and {@code \s} (a blank) as they stand in the table. The container drops a line
     * without a colon, gives an empty answer to an empty name, joins a line that goes on to the one before it, and of a length
     * and chunks takes the chunks alone (RFC 9112, 6.3), so that the form without its token is refused.
     */
    private static String spelled(String headers) {
        String plain = headers.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0")
                .replace("\\s", " ");
        return plain.contains("COOKIES") ? plain.replace("COOKIES", "a=b; ".repeat(200) + "c=d") : plain;
    }

    @ParameterizedTest(name = "row 128: {0}")
    @ValueSource(
            strings = {
                "",
                "application/xml",
                "text/xml",
                "text/plain",
                "text/plain; charset=utf-7",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/xhtml+xml"
            })
    void whatIsNoJsonIsNotRead(String type) throws IOException {
        String body = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
        for (String line : List.of(
                "PUT /api/v1/units/H50", "PUT /api/v1/dossiers/H50.15-260801-0001", "POST /api/v1/survey-calls")) {
            List<String> headers = new ArrayList<>(List.of("Host: 127.0.0.1", key, "Content-Length: " + body.length()));
            if (!type.isEmpty()) {
                headers.add("Content-Type: " + type);
            }
            String answer = answer(head(line, headers) + body);
            assertThat(status(answer)).as(line + "\n" + answer).isEqualTo(415);
            assertThat(answer)
                    .contains("application/problem+json")
                    .doesNotContain("root:")
                    .doesNotMatch(LEAK);
        }
    }

    @Test
    void row123ATokenOfBeforeTheSessionIsOld() throws Exception {
        HttpResponse<String> before = gateway.get("/console/login");
        String old = before.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        String cookie = operator.get(0).substring("Cookie: ".length());
        String mine = operator.get(1).substring("X-CSRF-Token: ".length());
        String also = before.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(note(cookie, old)).isEqualTo(403);
        assertThat(note(cookie + "; " + also, old)).isEqualTo(403);
        assertThat(note(cookie, mine))
                .as("its own: the form lacks what it needs")
                .isEqualTo(422);
    }

    private int note(String cookie, String csrf) throws IOException, InterruptedException {
        return gateway.send(gateway.request("/console/enter")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + "&text=a")))
                .statusCode();
    }

    @Test
    void row131AnAddressThatACallerClaimsIsNotHeard() throws Exception {
        HttpResponse<String> page = gateway.get("/console/login");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String csrf = page.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        for (int i = 1; i <= 4; i++) {
            HttpRequest.Builder request = gateway.request("/console/login")
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .header("Forwarded", "for=203.0.113." + i)
                    .header("X-Real-IP", "203.0.113." + i)
                    .POST(HttpRequest.BodyPublishers.ofString("login=ai&password=sai&csrf=" + csrf));
            assertThat(gateway.send(request).statusCode()).isEqualTo(422);
        }
        assertThat(schema.column("select failures from account_failure"))
                .as("one account, one network")
                .containsExactly("4", "4");
    }

    @Test
    void theKeyOfThisMachineOpensNothingThatAProxyPassesOnAndItsUseIsWrittenDownOnce() throws Exception {
        HttpRequest.Builder own = gateway.request("/api/v1/scores").header("X-Api-Key", key.replace("X-Api-Key: ", ""));
        for (int i = 0; i < 2; i++) {
            assertThat(gateway.send(own.copy()).statusCode()).isEqualTo(200);
            assertThat(gateway.send(own.copy().header("X-Forwarded-For", "203.0.113.9"))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(schema.column("select subject from audit_line where deed = 'own-key.used'"))
                .containsExactly("var/secrets/api-key");
    }

    @Test
    void row131ANameThatACallerClaimsStandsInNoAnswer() throws Exception {
        for (Map.Entry<String, String> claim : Map.of(
                        "X-Forwarded-Host", "evil.example",
                        "X-Forwarded-Server", "evil.example",
                        "X-Host", "evil.example",
                        "X-Original-URL", "http://evil.example/",
                        "X-Rewrite-URL", "/console/admin")
                .entrySet()) {
            HttpResponse<String> answer =
                    gateway.send(gateway.request("/console/queue").header(claim.getKey(), claim.getValue()));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().map().toString() + answer.body())
                    .as(claim.getKey())
                    .contains("/console/login?to=%2Fconsole%2Fqueue")
                    .doesNotContain("evil.example");
        }
    }

    /** As each asks: a page, a part of one, a form, a stream, a program with its key. */
    @Test
    @Order(Integer.MAX_VALUE)
    void row142WithoutADatabaseEverybodyIsToldToComeAgain() throws Exception {
        List<String> mine = List.of(operator.get(0), operator.get(1), key);
        List<String> asked = List.of(
                "GET /console/queue",
                "GET /console/queue/tabs?group=OPEN",
                "POST /console/enter",
                "GET /console/stream?since=1",
                "GET /api/v1/scores",
                "GET /api/v1/complaints");
        gate.shut();
        try {
            for (String line : asked) {
                assertThat(outage(line, mine))
                        .as(line)
                        .startsWith("HTTP/1.1 503")
                        .containsPattern("(?i)\r\nretry-after: [1-5]\r\n")
                        .doesNotMatch(LEAK)
                        .doesNotContain("SQL", "vn.mscore", "jdbc");
            }
        } finally {
            gate.open();
        }
        assertThat(Gateway.await(Duration.ofSeconds(60), () -> back(mine))).isTrue();
    }

    private String outage(String line, List<String> mine) throws IOException {
        boolean form = line.startsWith("POST");
        String body = form ? "text=a" : "";
        List<String> headers = new ArrayList<>(mine);
        headers.add("Host: 127.0.0.1");
        headers.add("Accept: " + (line.contains("stream") ? "text/event-stream" : "*/*"));
        headers.add("Content-Type: application/x-www-form-urlencoded");
        headers.add("Content-Length: " + body.length());
        return answer(head(line, headers) + body);
    }

    private boolean back(List<String> mine) {
        try {
            List<String> headers = new ArrayList<>(mine);
            headers.add("Host: 127.0.0.1");
            return status(answer(head("GET /console/queue", headers))) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSessionBehindTlsIsOfThisHostAloneAndItsEndClearsTheBrowser() throws Exception {
        People.Person person = People.of(gateway, Role.AUDITOR);
        HttpResponse<String> page = gateway.get("/console/login");
        String form = page.headers().firstValue("Set-Cookie").orElseThrow();
        HttpResponse<String> half = gateway.send(form(
                "/console/login",
                List.of("Cookie: " + form.split(";")[0], "X-CSRF-Token: " + token(page)),
                "login=" + person.login() + "&password=" + person.password()));
        assertThat(half.statusCode()).isEqualTo(303);
        Caller caller = Caller.signedIn(gateway, person);
        HttpResponse<String> out = gateway.send(form("/console/logout", caller.headers(), ""));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(List.of(form, cookie(half), cookie(out)))
                .allSatisfy(cookie -> assertThat(List.of(cookie.split("; ?")))
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                        .noneMatch(one -> one.startsWith("Domain"))
                        .first(STRING)
                        .matches("__Host-hotline(-form)?=.*"));
        assertThat(cookie(half)).startsWith("__Host-hotline=").doesNotContainIgnoringCase("max-age");
        assertThat(cookie(out)).startsWith("__Host-hotline=;").containsIgnoringCase("max-age=0");
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(caller.get("/console/audit").location()).as("row 125").contains("/console/login");
        for (String path : PATHS) {
            assertThat(gateway.get(path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValue("max-age=31536000; includeSubDomains");
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("__Host-hotline="))
                .findFirst()
                .orElseThrow();
    }

    private static String token(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private HttpRequest.Builder form(String path, List<String> headers, String body) {
        HttpRequest.Builder request = gateway.request(path).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(one -> request.header(one.split(": ", 2)[0], one.split(": ", 2)[1]));
        return request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
