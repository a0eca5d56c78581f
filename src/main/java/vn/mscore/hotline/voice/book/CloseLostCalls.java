package vn.mscore.hotline.voice.book;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.voice.CallsInHand;

/**
 * Says of the calls of this process that they live, and closes those nobody says it of: their gateway died (P11: none is
 * "in progress" five minutes later). A call in the queue or the fallback is the exchange's to end; one it forgot is closed
 * after half a day.
 */
@Singleton
public class CloseLostCalls implements Job {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration UNSEEN = Duration.ofMinutes(3);
    private static final Duration AWAY = Duration.ofHours(12);

    private final SqlCallBook book;
    private final CallsInHand calls;
    private final Clock clock;

    /** Closes calls in {@code book} that are not in hand. */
    @Inject
    public CloseLostCalls(SqlCallBook book, CallsInHand calls, Clock clock) {
        this.book = book;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-lost-calls";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public int run() {
        book.seen(calls.ids());
        Instant now = clock.instant();
        List<String> lost = book.lost(now.minus(UNSEEN), now.minus(AWAY));
        lost.forEach(call -> book.ended(call, now, Optional.empty()));
        return lost.size();
    }
}
