package vn.mscore.hotline.watch.tell;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.DirectAlarm;

/**
 * The deployer's address for alarms: one JSON object by POST, signed with HMAC-SHA-256 (RFC 2104) over time stamp, a dot
 * and the body. Only 2xx counts; redirects are not followed; the answer's body is not read.
 */
@Singleton
public class Webhook implements DirectAlarm {
    private static final Logger LOG = Logger.getLogger(Webhook.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final AlarmSettings settings;
    private final Clock clock;
    private final HttpPost http;

    /** Joined by CDI. */
    @Inject
    Webhook(AlarmSettings.Source settings, Clock clock, ThreadFactory threads) {
        this.settings = settings.read();
        this.clock = clock;
        this.http = new HttpPost(threads, LIMIT);
    }

    /** Tries once, within fifteen seconds; whether it was taken. */
    boolean post(SqlPosts.Post post) {
        return send(body(post.alarm(), post.event(), at(post)));
    }

    private static Instant at(SqlPosts.Post post) {
        Alarm alarm = post.alarm();
        return switch (post.event()) {
            case BEGAN -> alarm.began();
            case WORSE -> post.created();
            case ENDED -> alarm.ended().orElse(alarm.began());
        };
    }

    @Override
    public boolean tell(Alarm alarm) {
        AlarmEvent event = alarm.ended().isPresent() ? AlarmEvent.ENDED : AlarmEvent.BEGAN;
        return settings.webhook().isEmpty()
                || send(body(alarm, event, alarm.ended().orElse(alarm.began())));
    }

    // Names of kinds, lines and nodes are of letters, digits and a few signs: nothing needs escaping.
    private static String body(Alarm alarm, AlarmEvent event, Instant at) {
        return "{\"id\":\"%s\",\"event\":\"%s\",\"kind\":\"%s\",\"line\":\"%s\",\"level\":%d,\"at\":\"%s\"}"
                .formatted(
                        alarm.id(),
                        event.word(),
                        alarm.trouble().kind(),
                        alarm.trouble().line(),
                        alarm.trouble().level(),
                        at);
    }

    private boolean send(String body) {
        try {
            int status = status(settings.webhook().orElseThrow(), body);
            if (status / 100 != 2) {
                LOG.log(Level.WARNING, "the webhook for alarms answered {0}", status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the webhook for alarms did not answer: {0}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private int status(URI address, String body) throws IOException {
        String stamp = Long.toString(clock.instant().getEpochSecond());
        return http.status(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Hotline-Timestamp", stamp)
                .header("X-Hotline-Signature", "sha256=" + signature(settings.secret(), stamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    @PreDestroy
    void close() {
        http.close();
    }

    static String signature(String secret, String stamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((stamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
