package vn.mscore.hotline.sms.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.IntSupplier;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * The pace of one line: a token bucket, and a cap per Vietnamese day. A clock that jumps back gives nothing, one that
 * jumps forward gives one full bucket at most. Operators block SIMs that send in bursts, so the bucket is small.
 */
final class RateGate {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Thirds of a second do not add up exactly. */
    private static final double ONE = 1 - 1e-6;

    private final Pace pace;
    private final DailyCap cap;
    private final Clock clock;
    private final IntSupplier counted;
    private double tokens;
    private Instant filledAt;
    private LocalDate day;
    private int today;

    /** {@code counted} tells how many parts went out today by the clock, asked now and whenever its day is another. */
    RateGate(Pace pace, DailyCap cap, IntSupplier counted, Clock clock) {
        this.pace = pace;
        this.cap = cap;
        this.clock = clock;
        this.tokens = pace.burst();
        this.filledAt = clock.instant();
        this.day = today();
        this.counted = counted;
        this.today = counted.getAsInt();
    }

    /** How long until an answer may be sent; zero for now. */
    synchronized Duration untilFree() {
        turn();
        refill();
        if (today >= cap.most()) {
            return Duration.between(
                    clock.instant(), day.plusDays(1).atStartOfDay(VIETNAM).toInstant());
        }
        return tokens >= ONE
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil((1 - tokens) / pace.perSecond() * 1e9));
    }

    /**
     * Whether one more of {@code kind} may be sent now beside {@code chosen} others, when {@code inFlight} parts were taken
     * before and are not settled yet.
     */
    synchronized boolean isFree(Kind kind, int inFlight, int chosen) {
        turn();
        refill();
        return chosen < left(kind, inFlight) && tokens - chosen >= ONE;
    }

    /** How many parts of {@code kind} the day has left beside those {@code inFlight}; none when negative. */
    synchronized int left(Kind kind, int inFlight) {
        turn();
        return cap.of(kind) - today - inFlight;
    }

    /** {@code texts} are on their way: the pace counts when a text leaves, however long the network takes to answer. */
    synchronized void take(int texts) {
        refill();
        tokens -= texts;
    }

    /** Nothing left of one that was taken. */
    synchronized void giveBack() {
        tokens++;
    }

    /** Whether nothing more of {@code kind} may be sent today. */
    synchronized boolean isSpent(Kind kind) {
        turn();
        return today >= cap.of(kind);
    }

    /** Whether the line only receives. */
    boolean neverSends() {
        return cap.most() == 0;
    }

    /** Whether today's cap is used up; one of 0, for a line that never sends, is never. */
    boolean isUsedUp() {
        return cap.most() > 0 && isSpent(Kind.ANSWER);
    }

    /**
     * One that was taken turned out to be {@code parts}; a long message may leave a debt. A try of which nothing left costs a
     * moment of the pace and nothing of the day.
     */
    synchronized void settle(int parts) {
        refill();
        tokens -= Math.max(1, parts) - 1;
        today += parts;
    }

    /** Another node has sent by this line: {@code parts} of today are gone. */
    synchronized void used(int parts) {
        today = Math.max(today, parts);
    }

    private void refill() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
        if (seconds > 0 || now.isBefore(filledAt)) {
            tokens = Math.min(pace.burst(), tokens + seconds * pace.perSecond());
            filledAt = now;
        }
    }

    // Not when somebody pays: the table may be away then. A clock that is set to another day and back has not made the
    // day's parts unsent.
    private void turn() {
        LocalDate now = today();
        if (!now.equals(day)) {
            today = counted.getAsInt();
            day = now;
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(VIETNAM).toLocalDate();
    }
}
