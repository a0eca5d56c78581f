package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.watch.Alarm;

/** Puts the beginning and the end of an alarm on its ways: the log, telephones, the webhook. In the caller's transaction. */
@Singleton
public class AlarmTelling {
    private static final Logger LOG = Logger.getLogger(AlarmTelling.class.getName());

    private final AlarmTexts texts;
    private final SqlPosts posts;

    /** Joined by CDI. */
    @Inject
    public AlarmTelling(AlarmTexts texts, SqlPosts posts) {
        this.texts = texts;
        this.posts = posts;
    }

    /** It began. */
    public void began(Alarm alarm) {
        LOG.log(Level.WARNING, "alarm {0} {1} begins", new Object[] {
            alarm.trouble().kind(), alarm.trouble().line()
        });
        texts.began(alarm);
        posts.queue(alarm, AlarmEvent.BEGAN);
    }

    /** Its level rose {@code at} this moment. */
    public void worse(Alarm alarm, Instant at) {
        LOG.log(Level.WARNING, "alarm {0} {1} is worse", new Object[] {
            alarm.trouble().kind(), alarm.trouble().line()
        });
        texts.worse(alarm, at);
        posts.queue(alarm, AlarmEvent.WORSE);
    }

    /** It is over. */
    public void ended(Alarm alarm) {
        LOG.log(Level.INFO, "alarm {0} {1} is over", new Object[] {
            alarm.trouble().kind(), alarm.trouble().line()
        });
        texts.ended(alarm);
        posts.queue(alarm, AlarmEvent.ENDED);
    }
}
