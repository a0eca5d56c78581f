package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is signed in and speaks HTTP without a browser: cookies, the token of the forms, no redirects. */
public final class Caller {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final Gateway gateway;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token = "";

    private Caller(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Somebody who did not sign in yet. */
    public static Caller stranger(Gateway gateway) {
        return new Caller(gateway);
    }

    /** Signs a person in through the pages. */
    public static Caller signedIn(Gateway gateway, People.Person person) throws IOException, InterruptedException {
        Caller caller = new Caller(gateway);
        caller.get("/console/login");
        caller.post("/console/login", Map.of("login", person.login(), "password", person.password()));
        caller.get("/console/login/code");
        Answer in = caller.post("/console/login/code", Map.of("code", person.code()));
        if (in.status() / 100 != 3) {
            throw new IllegalStateException(person.login() + " was not let in: " + in.status());
        }
        caller.get("/console/account");
        return caller;
    }

    /** What another program needs to speak with this session. */
    public List<String> headers() {
        String pairs = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return List.of("Cookie: " + pairs, "X-CSRF-Token: " + token);
    }

    /** The token of the forms. */
    public String token() {
        return token;
    }

    /** Gives a fresh code of the second factor. */
    public void stepUp(People.Person person) throws IOException, InterruptedException {
        post("/console/step-up", Map.of("code", person.code(), "to", "/console/"));
        get("/console/account");
    }

    /**
     * What came back.
     *
     * @param body of a packed file, such as a table of a spreadsheet, what is inside
     * @param location where it leads, empty when nowhere
     */
    public record Answer(int status, String body, String location) {
        /** Equal for what a reader cannot tell apart: without tokens and sealed places, and with {@code id} out of the address. */
        public String plain(String id) {
            return (status + "\n" + location + "\n" + body)
                    .replaceAll("(name=\"(?:csrf|once)\" value=\"|X-CSRF-Token\":\")[^\"]*", "$1")
                    .replaceAll("\\?since=[\\w-]{68}", "")
                    .replaceAll(String.join("[\\s\\u00a0\\u202f]*", id.split("")), "ID");
        }
    }

    /** Reads a page. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** Reads a page with a query. */
    public Answer get(String path, Map<String, String> query) throws IOException, InterruptedException {
        return get(path + "?" + String.join("&", pairs(query)));
    }

    /** Reads with a query or sends a form, by {@code verb}. */
    Answer ask(String verb, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return verb.equals("POST") ? post(path, fields) : get(path, fields);
    }

    private static List<String> pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + escaped(one.getValue()))
                .toList();
    }

    /** Sends a form with the token of the session. */
    public Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        pairs.add("csrf=" + escaped(token));
        pairs.addAll(pairs(fields));
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        URI address = gateway.request(path).build().uri();
        HttpResponse<byte[]> answer = http.send(
                request.uri(address).timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        // Behind TLS nothing else would go back; between a proxy and the gateway there is none.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        String body = Readable.text(answer.body());
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
            token = found.group(1);
        }
        return new Answer(
                answer.statusCode(),
                body,
                answer.headers().firstValue("Location").orElse(""));
    }

    /** What a stream says within {@code limit}. */
    public String listen(String path, Duration limit) throws InterruptedException {
        StringBuffer heard = new StringBuffer();
        HttpRequest request = HttpRequest.newBuilder(
                        gateway.request(path).build().uri())
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        CompletableFuture<?> open = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        bytes -> bytes.ifPresent(some -> heard.append(new String(some, StandardCharsets.UTF_8)))));
        try {
            open.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            open.cancel(true);
        } catch (ExecutionException e) {
            heard.append(e.getMessage());
        }
        return heard.toString();
    }

    /** Keeps a stream open. */
    public Stream open(String path) {
        return new Stream(http, gateway.request(path).build().uri());
    }

    /** An open stream and what it said so far. */
    public static final class Stream implements AutoCloseable {
        private final StringBuffer heard = new StringBuffer();
        private final CompletableFuture<?> open;

        private Stream(HttpClient http, URI address) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Accept", "text/event-stream")
                    .GET()
                    .build();
            open = http.sendAsync(
                    request,
                    HttpResponse.BodyHandlers.ofByteArrayConsumer(
                            bytes -> bytes.ifPresent(some -> heard.append(new String(some, StandardCharsets.UTF_8)))));
        }

        /** Waits until what was said is as wished; false when it did not come in time. */
        public boolean await(Duration limit, Predicate<String> wished) throws InterruptedException {
            long end = System.nanoTime() + limit.toNanos();
            while (!wished.test(heard.toString()) && System.nanoTime() < end) {
                Thread.sleep(1);
            }
            return wished.test(heard.toString());
        }

        /** What it said so far. */
        public String heard() {
            return heard.toString();
        }

        /** Whether the other side still speaks. */
        public boolean isOpen() {
            return !open.isDone() && heard.length() > 0;
        }

        @Override
        public void close() {
            open.cancel(true);
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
