package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;

/** Bytes that no decent client sends (security rows 126, 129, 130, 132, 139), and where it listens (row 138), written to the socket of the packaged gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoarseRequestsIT {
    private static final Logger LOG = Logger.getLogger(CoarseRequestsIT.class.getName());
    private static final int FEW = 12;
    private static final int MANY = 60;
    private static final int TRICKLERS = 250;
    private static final int HANGING_UP = 250;
    private static final int LIMIT_MILLIS = 60_000;
    private static final int MEGABYTE = 1 << 20;

    private Gateway gateway;
    private URI home;
    /** Signed in once: his codes are good for one sign-in each. */
    private Caller operator;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("coarse")).set("hotline.demo", "true");
        gateway.start();
        home = gateway.request("/").build().uri();
        operator = Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR));
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
    }

    private Socket open(String head) throws IOException {
        Socket socket = new Socket(home.getHost(), home.getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n";
    }

    /** The first line of the answer; empty when the connection was cut. */
    private static String answer(Socket socket) throws IOException {
        try {
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c > '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (SocketException e) {
            return "";
        }
    }

    /** Sends what may be refused before its end; then the connection is cut while there is still something to be sent. */
    private static String answerTo(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            LOG.log(Level.FINE, "cut before the end", e);
        }
        return answer(socket);
    }

    @Test
    void row126_aBodyWithoutEndIsCutAtTheLimit() throws IOException {
        try (Socket socket = open(head(
                "POST /console/login",
                "Transfer-Encoding: chunked",
                "Content-Type: application/x-www-form-urlencoded"))) {
            int sent = send(socket, 64);
            assertThat(sent)
                    .as("megabytes taken before the connection was cut or refused")
                    .isLessThan(64);
        }
        assertThat(lives()).isTrue();
    }

    /** Megabytes that went before the other side refused; the socket's buffers hold some of them. */
    private static int send(Socket socket, int most) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        OutputStream out = socket.getOutputStream();
        socket.setSoTimeout(1);
        for (int megabytes = 0; megabytes < most; megabytes++) {
            try {
                for (int i = 0; i < 16; i++) {
                    out.write(chunk);
                }
                socket.getInputStream().read();
                return megabytes;
            } catch (SocketTimeoutException e) {
                continue;
            } catch (SocketException e) {
                return megabytes;
            }
        }
        return most;
    }

    /** The last byte is one too many; none is under way that could cut off the answer. */
    @ParameterizedTest(name = "row 126: {0} of more than {2} bytes, by its length and in chunks without end")
    @CsvSource({
        "POST /console/login, application/x-www-form-urlencoded, 262144",
        "POST /console/enter, application/x-www-form-urlencoded, 262144",
        "PUT /api/v1/units/H50, application/json, 1048576",
        "POST /api/v1/survey-calls, application/json, 1048576"
    })
    void row126_aBodyBeyondTheLimitIsToldSo(String line, String type, int most) throws Exception {
        List<String> mine = operator.headers();
        String[] known = {"Content-Type: " + type, "X-Api-Key: " + key(), mine.get(0), mine.get(1), ""};
        known[4] = "Content-Length: " + 2 * MEGABYTE;
        try (Socket socket = open(head(line, known) + " ")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
        known[4] = "Transfer-Encoding: chunked";
        try (Socket socket = open(head(line, known))) {
            String chunks = Integer.toHexString(most) + "\r\n" + " ".repeat(most) + "\r\n1\r\n \r\n";
            assertThat(answerTo(socket, chunks.getBytes(StandardCharsets.ISO_8859_1)))
                    .startsWith("HTTP/1.1 413");
        }
        assertThat(lives()).isTrue();
    }

    private String key() throws IOException {
        return Files.readString(gateway.var().resolve("secrets/api-key")).strip();
    }

    @Test
    void row126_aBombOfGzipIsNotBlownUp() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[MEGABYTE];
            for (int i = 0; i < 512; i++) {
                gzip.write(zeros);
            }
        }
        for (String line : List.of("POST /console/login", "PUT /api/v1/units/H50")) {
            String type = line.startsWith("PUT") ? "application/json" : "application/x-www-form-urlencoded";
            try (Socket socket = open(head(
                    line,
                    "Content-Encoding: gzip",
                    "Content-Type: " + type,
                    "X-Api-Key: " + key(),
                    "Content-Length: " + bomb.size()))) {
                assertThat(answerTo(socket, bomb.toByteArray())).matches("HTTP/1.1 4(00|03|13|15).*");
            }
        }
        assertThat(lives()).isTrue();
    }

    @Test
    void row126_aFewWhoSendAByteNowAndThenDoNotKeepOthersOut() throws Exception {
        List<Socket> slow = slow(FEW);
        try {
            assertThat(lives()).as("with %s slow ones", FEW).isTrue();
        } finally {
            close(slow);
        }
    }

    /** More than there are threads: whoever falls silent is cut off, the others come in again. */
    @Test
    void row126_manyWhoFallSilentAreCutOff() throws Exception {
        List<Socket> slow = slow(MANY);
        try {
            assertThat(Gateway.await(Duration.ofMillis(LIMIT_MILLIS), this::lives))
                    .as("with %s silent ones", MANY)
                    .isTrue();
        } finally {
            close(slow);
        }
    }

    @ParameterizedTest(name = "row 126: 250 {0} that trickle do not keep an operator waiting")
    @EnumSource(Tricklers.Kind.class)
    void row126_manyWhoTrickle(Tricklers.Kind kind) throws Exception {
        try (Tricklers tricklers = new Tricklers(home, kind, TRICKLERS, key())) {
            tricklers.awaitRounds(3);
            for (int i = 0; i < 3; i++) {
                assertThat(operator.get("/console/queue").status()).isEqualTo(200);
                assertThat(operator.post("/console/enter", feedback("nước đục " + i))
                                .status())
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void row126_whoeverTricklesTooLongIsToldSoAndLetGo() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        try (Socket silent = open(head("POST /console/login", form, "Content-Length: 9"));
                Tricklers page = new Tricklers(home, Tricklers.Kind.BODIES, 1, key());
                Tricklers program = new Tricklers(home, Tricklers.Kind.IMPORTS, 1, key())) {
            assertThat(page.firstAnswer()).startsWith("HTTP/1.1 408");
            assertThat(program.firstAnswer()).startsWith("HTTP/1.1 408");
            assertThat(answer(silent)).as("not one byte").startsWith("HTTP/1.1 408");
        }
    }

    private static Map<String, String> feedback(String text) {
        return Map.of("channel", "WALK_IN", "kind", "FEEDBACK", "phone", "", "text", text, "read-back", "yes");
    }

    @ParameterizedTest(name = "row 126: 250 posts to {0}, hung up before the answer, keep nobody out")
    @CsvSource({"/console/login", "/console/enter", "/console/nowhere", "/api/v1/complaints", "/sms/nowhere/in"})
    void row126_whoHangsUpBeforeHisAnswer(String path) throws Exception {
        String body = "login=ai&password=do";
        for (int i = 0; i < HANGING_UP; i++) {
            try (Socket socket = open(head(
                    "POST " + path,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: " + body.length()))) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(Gateway.await(
                        Duration.ofMillis(LIMIT_MILLIS),
                        () -> path.startsWith("/sms")
                                ? isAnswered(operator, path, 404)
                                : entered(operator, "nước đục sau khi " + path)))
                .isTrue();
    }

    private static boolean isAnswered(Caller caller, String path, int status) {
        try {
            return caller.post(path, Map.of("login", "ai")).status() == status;
        } catch (Exception e) {
            return false;
        }
    }

    private static boolean entered(Caller operator, String text) {
        try {
            return operator.post("/console/enter", feedback(text)).status() == 303;
        } catch (Exception e) {
            return false;
        }
    }

    private List<Socket> slow(int count) throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = open(head(
                    "POST /console/login", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 1000"));
            socket.getOutputStream().write('l');
            slow.add(socket);
        }
        return slow;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private boolean lives() {
        try {
            HttpRequest.Builder page = gateway.request("/console/login").timeout(Duration.ofSeconds(20));
            return gateway.send(page).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void row130_aHeaderDoesNotMakeAnotherVerb() throws Exception {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            HttpRequest.Builder request = gateway.request("/api/v1/complaints")
                    .header("X-Api-Key", key())
                    .header("Content-Type", "application/json")
                    .header(header, "GET")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(gateway.send(request).statusCode()).as(header).isEqualTo(405);
        }
    }

    @Test
    void row138_onlyTheOneListenerAnswersAndNothingIsReachedFromOutside() throws Exception {
        List<Listeners.Socket> sockets = new ArrayList<>();
        for (ProcessHandle process : gateway.processes()) {
            sockets.addAll(Listeners.of(process));
        }
        assertThat(sockets).extracting(Listeners.Socket::port).contains(home.getPort());
        assertThat(sockets).allMatch(Listeners.Socket::loopback);
        assertThat(sockets)
                .extracting(Listeners.Socket::port)
                .as("administration, JMX, secure administration, data grid, TLS of the container")
                .doesNotContain(4848, 8686, 4949, 6900, 5900, 8181);
        for (String path : List.of("/asadmin", "/__asadmin", "/management", "/admin", "/payara")) {
            assertThat(gateway.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "row 129: {0}")
    @CsvSource({
        "a session in the path, /console;jsessionid=abc/queue",
        "a backslash, /console\\..\\WEB-INF\\web.xml",
        "a coded backslash, /assets/..%5c..%5cWEB-INF%5cweb.xml",
        "two slashes, //WEB-INF/web.xml",
        "a NUL, /assets/console.css%00.html",
        "up and away, /assets/../../../../etc/passwd",
        "up in code, /webjars/%2e%2e/%2e%2e/WEB-INF/web.xml"
    })
    void aPathLeadsNowhereElse(String name, String path) throws IOException {
        try (Socket socket = open(head("GET " + path, "Connection: close"))) {
            assertThat(answer(socket)).as(name).matches("HTTP/1.1 (303|400|404).*");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("<web-app")
                    .doesNotContain("root:");
        }
    }

    /** Nothing here is made with Faces, but the container brings it along: what attacks it must find nobody who answers. */
    @ParameterizedTest(name = "row 139: {0}")
    @CsvSource({
        "a page of Faces, GET, /index.xhtml, 404",
        "its older name, GET, /faces/console.jsf, 404",
        "a resource, GET, /jakarta.faces.resource/jsf.js.xhtml?ln=javax.faces, 404",
        "a forged pfdrid, GET, /javax.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid=, 404",
        "a forged pfdrid by post, POST, /jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=, 404",
        "a view state, POST, /console/login?javax.faces.ViewState=, 403",
        "a view state on a page of Faces, POST, /console/login.xhtml?jakarta.faces.ViewState=, 401"
    })
    void attacksOnFacesFindNobody(String name, String method, String path, int status) throws IOException {
        String el = "%23%7B7*7919%7D%24%7B7*7919%7D";
        String body = "javax.faces.ViewState=" + el + "&jakarta.faces.ViewState=rO0ABQ%3D%3D&javax.faces.source=" + el
                + "&javax.faces.partial.ajax=true&primefaces.download=" + el + "&pfdrid=" + el + "&login=" + el;
        String[] headers = {
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + (method.equals("POST") ? body.length() : 0),
            "Faces-Request: partial/ajax",
            "Connection: close"
        };
        String request = head(method + " " + path + (path.endsWith("=") ? el : ""), headers);
        try (Socket socket = open(request + (method.equals("POST") ? body : ""))) {
            assertThat(answer(socket)).as(name).startsWith("HTTP/1.1 " + status);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("no expression was reckoned, nothing tells what runs here")
                    .doesNotContain("55433")
                    .doesNotContainIgnoringCase("faces")
                    .doesNotContainIgnoringCase("viewstate")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void row132_headersWithoutEndAreRefused() throws IOException {
        byte[] endless =
                head("GET /console/login", "X-Long: " + "x".repeat(70_000)).getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = open("")) {
            assertThat(answerTo(socket, endless)).matches("|HTTP/1.1 4(00|13|31).*");
        }
        String cookies = "Cookie: " + "a=b; ".repeat(200);
        try (Socket socket = open(head("GET /console/login", cookies, "Connection: close"))) {
            assertThat(answer(socket)).matches("HTTP/1.1 (200|4(00|31)).*");
        }
        assertThat(lives()).isTrue();
    }
}
