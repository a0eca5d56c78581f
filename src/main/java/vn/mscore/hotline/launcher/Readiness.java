package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@code /health/ready} until it is true: the container says "ready" also when the gateway is not. Only a gateway that
 * did not start, or has no database, is refused: a dead SIM or an old backlog must not end what takes calls and texts.
 */
final class Readiness {
    /** Set by the WAR: {@code failed: cause} when its start gave up. */
    static final String STATE = "hotline.state";

    private static final String FAILED = "failed: ";
    private static final String STARTED = "started";
    private static final String DATABASE = "database";
    private static final Pattern CHECK = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)?\\}");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern DETAIL = Pattern.compile("\"why\"\\s*:\\s*\"([^\"]*)\"");
    private static final long PAUSE_MILLIS = 200;

    private final String address;
    private final int seconds;

    Readiness(GatewaySettings settings) {
        this(Addresses.base(settings) + "/health/ready", settings.number("hotline.start.seconds"));
    }

    /** Asks {@code address} for {@code seconds} at most. */
    Readiness(String address, int seconds) {
        this.address = address;
        this.seconds = seconds;
    }

    /**
     * Returns when ready, with an empty text; after the time of {@code hotline.start.seconds} with what is not, in one line,
     * when the gateway works all the same. Refuses when it does not.
     */
    String await() throws StartRefused {
        long limit = System.nanoTime() + seconds * 1_000_000_000L;
        HealthAnswer answer = new HealthAnswer(0, "");
        while (System.nanoTime() < limit) {
            refuseFailure(System.getProperty(STATE, ""));
            answer = ask();
            if (answer.code() == HttpURLConnection.HTTP_OK) {
                return "";
            }
            pause();
        }
        Map<String, String> down = whatIsDown(answer.body());
        String told = down.isEmpty() ? "no answer from the health check" : String.join(", ", down.values());
        if (down.isEmpty()
                || down.containsKey(DATABASE)
                || !System.getProperty(STATE, "").equals(STARTED)) {
            throw new StartRefused("not ready after " + seconds + " s: " + told);
        }
        return told;
    }

    private static void refuseFailure(String state) throws StartRefused {
        if (state.startsWith(FAILED)) {
            throw new StartRefused(state.substring(FAILED.length()));
        }
        if (state.isEmpty()) {
            throw new StartRefused("the gateway could not be deployed: " + LogFile.lastSevere());
        }
    }

    private record HealthAnswer(int code, String body) {}

    private HealthAnswer ask() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            int code = connection.getResponseCode();
            try (InputStream in = code < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new HealthAnswer(code, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new HealthAnswer(0, "");
        }
    }

    /** By the name of the check: the name again, and why. */
    private static Map<String, String> whatIsDown(String body) {
        Map<String, String> down = new LinkedHashMap<>();
        Matcher check = CHECK.matcher(body.substring(Math.max(0, body.indexOf('['))));
        while (check.find()) {
            Matcher name = NAME.matcher(check.group());
            if (check.group().contains("\"DOWN\"") && name.find()) {
                Matcher why = DETAIL.matcher(check.group());
                down.put(name.group(1), name.group(1) + (why.find() ? " (" + why.group(1) + ")" : ""));
            }
        }
        return down;
    }

    private static void pause() throws StartRefused {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("stopped while starting", e);
        }
    }
}
