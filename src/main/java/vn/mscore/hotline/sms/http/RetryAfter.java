package vn.mscore.hotline.sms.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long an aggregator asks us to wait: seconds, or a day and hour against its own clock (RFC 9110 10.2.3). */
final class RetryAfter {
    /** An answer with a mistake in it keeps no line away for longer. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Empty when it names no time that can be read; between nothing and an hour. */
    static Optional<Duration> of(Answered answer) {
        return answer.headers().apply("Retry-After").map(String::strip).flatMap(text -> wait(text, answer));
    }

    private static Optional<Duration> wait(String text, Answered answer) {
        Optional<Duration> wait = text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : instant(text).flatMap(until -> now(answer).map(now -> Duration.between(now, until)));
        return wait.map(time -> time.isNegative() ? Duration.ZERO : time)
                .map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }

    private static Optional<Instant> now(Answered answer) {
        return answer.headers().apply("Date").flatMap(RetryAfter::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
