package vn.mscore.hotline.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * A text to send.
 *
 * @param to whom
 * @param text what, within the part limit of its template
 * @param kind its priority and which limits apply
 * @param line the line to use: the one the citizen wrote to; empty lets the chooser decide
 * @param validity how long it is worth sending
 * @param answers inbox id of the message it answers, empty for notices
 * @param notBefore not to be sent before this instant (a citizen is not woken at night); {@code validity} counts from it;
 *     empty for at once
 */
public record OutgoingSms(
        PhoneNumber to,
        String text,
        Kind kind,
        Optional<String> line,
        Duration validity,
        Optional<Long> answers,
        Optional<Instant> notBefore) {

    /** Priority order: an answer before a notice before a survey, an alarm before all. */
    public enum Kind {
        /** Answers a message of the citizen: reply limits and the loop guard apply. */
        ANSWER,
        /** Tells what happened. */
        NOTICE,
        /** Asks for a score. */
        SURVEY,
        /** Goes to a number of our own to see whether it comes back; by its line or not at all. */
        PROBE,
        /** Tells a technician what is wrong: first, at any hour and by any line, and no limit of citizens' texts counts it. */
        ALARM;

        /** What leaves first: the lowest. A probe goes just behind answers: behind a campaign of notices it would seem lost. */
        public int rank() {
            return switch (this) {
                case ALARM -> 0;
                case ANSWER -> 1;
                case PROBE -> 2;
                case NOTICE -> 3;
                case SURVEY -> 4;
            };
        }

        /** The number its rows are found by. */
        public int priority() {
            return this == ALARM ? -1 : ordinal();
        }

        /** All priorities, comma separated, for a query that is to use the index that begins with them. */
        public static String priorities() {
            return Arrays.stream(values())
                    .map(kind -> Integer.toString(kind.priority()))
                    .collect(Collectors.joining(", "));
        }
    }

    /** An answer to {@code sms}, by the line it came in by, worth sending for a day. */
    public static OutgoingSms answer(IncomingSms sms, PhoneNumber to, String text) {
        return new OutgoingSms(
                to,
                text,
                Kind.ANSWER,
                Optional.of(sms.line()),
                Duration.ofHours(24),
                Optional.of(sms.id()),
                Optional.empty());
    }

    /** A text nobody asked for, by any line, from {@code notBefore} on, worth sending for a day after it. */
    public static OutgoingSms unasked(PhoneNumber to, String text, Kind kind, Instant notBefore) {
        return new OutgoingSms(
                to, text, kind, Optional.empty(), Duration.ofHours(24), Optional.empty(), Optional.of(notBefore));
    }
}
