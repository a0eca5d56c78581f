package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a line puts what came in. On return the thing is durable (committed): only then may the line delete its copy. */
public interface Intake {
    /** Stores one received part, or finds that it is already there. Throws when the database is away: keep the copy. */
    Stored store(ReceivedPart part);

    /**
     * Stores several, in their order, with as few commits as can be. When it throws, none, some or all of them are stored:
     * keep the copies, and what is there already is found again.
     */
    default List<Stored> storeAll(List<ReceivedPart> parts) {
        return parts.stream().map(this::store).toList();
    }

    /** Stores a report of what became of a sent part; unknown ones are kept as such. */
    void store(ReceivedReport report);

    /** Stores bytes that could not be read, for a person. */
    void quarantine(String line, String why, byte[] raw);

    /** Notes that somebody rang the line and was not answered. */
    void missedCall(String line, String caller, Instant at);

    /** Keeps what a line without ids has proven. Throws when the database is away: it may be told later. */
    default void note(Heard heard) {}

    /**
     * Whether a stored delivery equal to {@code part} was taken while, by {@link #note(Heard)}, the answers were heard: then
     * {@code part} is no repetition but the same words written again.
     */
    default boolean heard(ReceivedPart part) {
        return false;
    }

    /**
     * Proof that everything a line stored in a stretch of time was answered, and that its sender has got the answers.
     *
     * @param line name of the line
     * @param stretch names it: it may grow
     * @param since when it began, by {@link System#nanoTime()}
     * @param until when it ended, as far as it is proven, by the same clock
     */
    record Heard(String line, UUID stretch, long since, long until) {}

    /** What {@link #store} found. */
    enum Stored {
        /** New and committed. */
        NEW,
        /** Seen before; nothing was written. */
        DUPLICATE
    }

    /**
     * One short message as the radio delivered it.
     *
     * @param line name of the line
     * @param simIdentity IMSI or the line's own name when unknown: part of the dedupe key
     * @param sender as on the air: digits with + for international, or a name
     * @param text decoded text of this part; for 8-bit data, its hex
     * @param halfSurrogates true when the part begins or ends inside a surrogate pair
     * @param kind whether a person may be behind it
     * @param concat reference, total and number when it is a part of a longer message
     * @param sentAt the service centre's time stamp, empty when it is not a date
     * @param rawTimestamp the seven octets of TP-SCTS in hex: kept, and part of the dedupe key
     * @param raw the whole PDU
     * @param id the network's own id of this message, when it gives one: what comes again under it is a repetition whenever
     *     it comes
     */
    record ReceivedPart(
            String line,
            String simIdentity,
            String sender,
            String text,
            boolean halfSurrogates,
            Kind kind,
            Optional<Concat> concat,
            Optional<Instant> sentAt,
            String rawTimestamp,
            byte[] raw,
            Optional<String> id) {
        /** A part whose network gives no id. */
        public ReceivedPart(
                String line,
                String simIdentity,
                String sender,
                String text,
                boolean halfSurrogates,
                Kind kind,
                Optional<Concat> concat,
                Optional<Instant> sentAt,
                String rawTimestamp,
                byte[] raw) {
            this(
                    line,
                    simIdentity,
                    sender,
                    text,
                    halfSurrogates,
                    kind,
                    concat,
                    sentAt,
                    rawTimestamp,
                    raw,
                    Optional.empty());
        }

        /** Text is for people; the others are kept raw, counted, and never answered (security R32). */
        public enum Kind {
            /** Text. */
            TEXT,
            /** Flash (class 0), silent (TP-PID 0x40), WAP push, port-addressed, voice-mail indication, binary. */
            MACHINE
        }
    }

    /** Concatenation (3GPP TS 23.040 9.2.3.24.1 and .8). {@code bits} is 8 or 16. */
    record Concat(int reference, int bits, int total, int number) {}

    /**
     * A status report (3GPP TS 23.040 9.2.2.3).
     *
     * @param reference the network's for the part it tells of
     * @param status TP-ST, 0..255
     * @param otherReference what it may be as well when no part has the first: some networks write two
     */
    record ReceivedReport(
            String line,
            String reference,
            String recipient,
            int status,
            Optional<Instant> dischargedAt,
            byte[] raw,
            Optional<String> otherReference) {
        /** One with a single reference. */
        public ReceivedReport(
                String line,
                String reference,
                String recipient,
                int status,
                Optional<Instant> dischargedAt,
                byte[] raw) {
            this(line, reference, recipient, status, dischargedAt, raw, Optional.empty());
        }

        /** The same by another reference alone. */
        public ReceivedReport by(String other) {
            return new ReceivedReport(line, other, recipient, status, dischargedAt, raw);
        }

        /** What the status means. */
        public enum Meaning {
            /** 0x00-0x1F. */
            DELIVERED,
            /** 0x20-0x3F: the centre is still trying. */
            TRYING,
            /** 0x40-0xFF. */
            FAILED
        }

        /** The meaning by 3GPP TS 23.040 9.2.3.15. */
        public Meaning meaning() {
            if (status < 0x20) {
                return Meaning.DELIVERED;
            }
            return status < 0x40 ? Meaning.TRYING : Meaning.FAILED;
        }
    }
}
