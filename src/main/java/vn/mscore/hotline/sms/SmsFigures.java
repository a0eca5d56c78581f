package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How the mail flows, for health, metrics and screens. */
public interface SmsFigures {
    /** The figures of this moment, read in a short transaction of its own. */
    Figures now();

    /**
     * What waits and what went wrong. Finished items (read, sent) are counted by {@link LineFigures} only.
     *
     * @param inbox messages by state: NEW waits for its reader, POISON was parked after three tries
     * @param outbox messages by state: NEW, SENDING, UNKNOWN, FAILED, EXPIRED
     * @param oldestUnread when the oldest message in state NEW was received
     * @param oldestUnsent since when the oldest outbox row that may go now has waited
     * @param oldestAnswer since when the oldest answer that is not sent might have gone, however often it was tried
     * @param oldestByLine since when the oldest message that came by a line, or text that should go by it, has waited
     * @param openSets long messages of which parts are missing
     * @param quarantined deliveries kept for a person that nobody settled, and files of the spool that lie aside
     * @param machines flash, silent, push and other messages for machines, kept and unanswered
     * @param answersLost answers that failed or grew too old within the last hour
     * @param spooled messages that wait on this node's disk for the database
     * @param refusals texts the outbox refused since start, by reason code; {@code sms.reply-later} was only put off
     * @param lines counters since start, one per line
     */
    record Figures(
            Map<String, Long> inbox,
            Map<String, Long> outbox,
            Optional<Instant> oldestUnread,
            Optional<Instant> oldestUnsent,
            Optional<Instant> oldestAnswer,
            Map<String, Instant> oldestByLine,
            long openSets,
            long quarantined,
            long machines,
            long answersLost,
            long spooled,
            Map<String, Long> refusals,
            List<LineFigures> lines) {
        /** Messages parked for a person after three tries. */
        public long poison() {
            return inbox.getOrDefault("POISON", 0L);
        }
    }

    /**
     * Counters of one line since start.
     *
     * @param received parts stored
     * @param duplicates parts seen before
     * @param sent messages the network took
     * @param parts parts that the network may charge for: of them, and of those without an answer
     * @param retries submissions to be tried again
     * @param unknown submissions without an answer
     * @param failed submissions refused for good
     * @param delivered delivery reports that say so
     * @param undelivered delivery reports that say it failed
     * @param unasked answers of a centre that nobody waits for, because they are late or of no request of ours, and delivery
     *     reports that fitted no text of ours when they came
     */
    record LineFigures(
            String line,
            long received,
            long duplicates,
            long sent,
            long parts,
            long retries,
            long unknown,
            long failed,
            long delivered,
            long undelivered,
            long unasked) {
        /** Of all parts whose end is known, how many percent were delivered; empty when none is known. */
        public OptionalInt deliveredPercent() {
            long known = delivered + undelivered;
            return known == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100 * delivered / known));
        }
    }
}
