package vn.mscore.hotline.watch.tell;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.SignedPost;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.DirectAlarm;

/**
 * The deployer's address for alarms: one JSON object by signed POST.
 */
@Singleton
public class Webhook implements DirectAlarm {
    private static final Logger LOG = Logger.getLogger(Webhook.class.getName());

    private final AlarmSettings settings;
    private final SignedPost http;

    /** Joined by CDI. */
    @Inject
    Webhook(AlarmSettings.Source settings, Clock clock, ThreadFactory threads) {
        this.settings = settings.read();
        this.http = new SignedPost("alarm-webhook", threads, clock);
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
        Optional<String> fault = http.fault(settings.webhook().orElseThrow(), body);
        fault.ifPresent(why -> LOG.log(Level.WARNING, "the webhook for alarms {0}", why));
        return fault.isEmpty();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
