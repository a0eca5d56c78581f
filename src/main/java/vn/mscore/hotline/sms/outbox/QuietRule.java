package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.QuietTimes;

/** Which text may not leave at a quiet time: notices and questions that nobody expects now (R16). */
@Singleton
class QuietRule {
    private final QuietTimes times;

    @Inject
    QuietRule(QuietTimes times) {
        this.times = times;
    }

    /**
     * What it goes by.
     *
     * @param reply whether it answers something
     * @param created when it was asked for
     * @param from from when it may leave
     */
    record Text(Kind kind, boolean reply, Instant created, Instant from) {}

    /** When texts nobody expects may leave: {@code now} or later. */
    Instant opening(Instant now) {
        return times.opening(now);
    }

    /** Whether {@code text} must wait at {@code now}. */
    boolean holds(Text text, Instant now) {
        boolean unasked = (text.kind() == Kind.NOTICE || text.kind() == Kind.SURVEY) && !text.reply();
        return unasked && times.opening(now).isAfter(now) && !isMeantForNow(text);
    }

    /** Made in quiet time to leave in the same quiet time. */
    private boolean isMeantForNow(Text text) {
        Instant opening = times.opening(text.created());
        return opening.isAfter(text.created()) && text.from().isBefore(opening);
    }
}
