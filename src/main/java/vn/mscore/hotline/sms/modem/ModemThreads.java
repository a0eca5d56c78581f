package vn.mscore.hotline.sms.modem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/** What modems take from the outside: threads and the time of day. */
@Singleton
public class ModemThreads {
    private final ThreadFactory threads;
    private final Clock clock;

    /** Takes both from the container. */
    @Inject
    public ModemThreads(ThreadFactory threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    ThreadFactory threads() {
        return threads;
    }

    Clock clock() {
        return clock;
    }
}
