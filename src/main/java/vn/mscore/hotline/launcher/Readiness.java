package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks {@code /health/ready} until it is true: the container says "ready" also when the gateway is not. */
final class Readiness {
    /** Set by the WAR: {@code failed: cause} when its start gave up. */
    static final String STATE = "hotline.state";

    private static final String FAILED = "failed: ";
    private static final Pattern CHECK = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)?\\}");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern DETAIL = Pattern.compile("\"why\"\\s*:\\s*\"([^\"]*)\"");
    private static final long PAUSE_MILLIS = 200;

    private final String address;
    private final int seconds;

    Readiness(GatewaySettings settings) {
        address = Addresses.base(settings) + "/health/ready";
        seconds = settings.number("hotline.start.seconds");
    }

    /** Returns when ready; refuses with what is not, after the time of {@code hotline.start.seconds}. */
    void await() throws StartRefused {
        long limit = System.nanoTime() + seconds * 1_000_000_000L;
        String body = "";
        while (System.nanoTime() < limit) {
            String state = System.getProperty(STATE, "");
            if (state.startsWith(FAILED)) {
                throw new StartRefused(state.substring(FAILED.length()));
            }
            if (state.isEmpty()) {
                throw new StartRefused("the gateway could not be deployed: " + LogFile.lastSevere());
            }
            HealthAnswer answer = ask();
            if (answer.code() == HttpURLConnection.HTTP_OK) {
                return;
            }
            body = answer.body();
            pause();
        }
        throw new StartRefused("not ready after " + seconds + " s: " + whatIsDown(body));
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

    private static String whatIsDown(String body) {
        List<String> down = new ArrayList<>();
        Matcher check = CHECK.matcher(body.substring(Math.max(0, body.indexOf('['))));
        while (check.find()) {
            Matcher name = NAME.matcher(check.group());
            if (check.group().contains("\"DOWN\"") && name.find()) {
                Matcher why = DETAIL.matcher(check.group());
                down.add(name.group(1) + (why.find() ? " (" + why.group(1) + ")" : ""));
            }
        }
        return down.isEmpty() ? "no answer from the health check" : String.join(", ", down);
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
