package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.mscore.hotline.voice.Sounds;

/**
 * A citizen's telephone at a demo gateway without an exchange: what {@code /handset/} does in a browser, without one. Prompts
 * take no time. {@link #close} hangs up.
 */
public final class Handset implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Pattern EVENT = Pattern.compile("\"id\":(\\d+),\"kind\"");
    private static final Pattern CALL = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final int WAV_HEADER = 44;
    private static final Duration WORDS = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final String call;
    private final Caller.Stream line;
    private int heard;

    private Handset(Gateway gateway, String call) {
        this.gateway = gateway;
        this.call = call;
        this.line = Caller.stranger(gateway).open("/api/simulator/calls/" + call + "/events");
    }

    /** Calls the hotline and hears the greeting. */
    public static Handset dial(Gateway gateway, String number) throws IOException, InterruptedException {
        HttpResponse<String> begun = gateway.call("POST", "/api/simulator/calls", "{\"from\": \"" + number + "\"}");
        String call = CALL.matcher(begun.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(begun.statusCode() + " " + begun.body()));
        return new Handset(gateway, call).hear("vi/menu-chinh");
    }

    /** The exchange's name of this call. */
    public String call() {
        return call;
    }

    /** Listens, and lets everything be played to its end, until {@code wished} is said after what was waited for before. */
    public Handset hear(String wished) throws IOException, InterruptedException {
        int from = heard;
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!line.await(GLANCE, all -> all.indexOf(wished, from) >= 0)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(wished + " was not said after " + said().substring(from));
            }
            played();
        }
        heard = said().indexOf(wished, from) + wished.length();
        return this;
    }

    /** Everything that was said so far, as the page is told of it. */
    public String said() {
        return line.heard();
    }

    private void played() throws IOException, InterruptedException {
        String last = EVENT.matcher(said())
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce("0", (before, next) -> next);
        if (!last.equals("0")) {
            send("played", BodyPublishers.ofString("{\"event\": " + last + "}"), "application/json");
        }
    }

    /** Presses keys. */
    public Handset press(String keys) throws IOException, InterruptedException {
        send("keys", BodyPublishers.ofString("{\"keys\": \"" + keys + "\"}"), "application/json");
        return this;
    }

    /** Speaks after the beep, for five seconds. */
    public Handset speak() throws IOException, InterruptedException {
        return speak("");
    }

    /** The same with {@code mark} as a few of the samples, letter by letter: a sound that can be found again. */
    public Handset speak(String mark) throws IOException, InterruptedException {
        byte[] wav = Sounds.speech(WORDS);
        byte[] samples = Arrays.copyOfRange(wav, WAV_HEADER, wav.length);
        byte[] letters = mark.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, samples, samples.length / 2, letters.length);
        send("speech", BodyPublishers.ofByteArray(samples), "application/octet-stream");
        return this;
    }

    /** Reports in confidence by {@code 3 4 1}, with a sound that holds {@code mark}, and hears how the ticket is read out. */
    public Handset denounce(String mark) throws IOException, InterruptedException {
        press("3")
                .hear("vi/menu-phan-anh")
                .press("4")
                .hear("vi/hd-to-cao")
                .press("1")
                .hear("\"RECORD\"");
        return speak(mark).press("#").hear("vi/xac-nhan").press("2").hear("vi/doc-ma-kin");
    }

    private void send(String what, java.net.http.HttpRequest.BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = gateway.send(gateway.request("/api/simulator/calls/" + call + "/" + what)
                .header("Content-Type", type)
                .POST(body));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(what + " " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        line.close();
        gateway.send(gateway.request("/api/simulator/calls/" + call).DELETE());
    }
}
