package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;

/**
 * Heads that no decent client sends, written to the socket of the packaged gateway: verbs (security row 130), names and
 * addresses that somebody claims (row 131), headers that are none (row 132); and types (row 128) and tokens (row 123) that
 * are not the right ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
    private Gateway gateway;
    private URI home;
    private List<String> operator;
    private String key;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("heads"))
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
        gateway.start();
        home = gateway.request("/").build().uri();
        operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR)).headers();
        key = "X-Api-Key: "
                + Files.readString(gateway.var().resolve("secrets/api-key")).strip();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
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
            assertThat(answer).doesNotContain("root:").doesNotMatch(LEAK);
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
}
