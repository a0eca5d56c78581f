package vn.mscore.hotline.sms;

import java.time.Instant;

/** Whether what came in is where it should be: nothing falls between the queues (P21, invariant I9). */
@FunctionalInterface
public interface SmsSums {
    /** The sums of all that came in since {@code from}, of one moment, read in a short transaction of its own. */
    Sums since(Instant from);

    /**
     * What came in and where it is. Deliveries nobody could decode and those in the spool are counted by
     * {@link SmsFigures} and the spool, which is drained into these.
     *
     * @param parts deliveries with a citizen's words
     * @param fallenParts those that are in no message, none that is being put together and none that repeats another
     * @param messages whole messages
     * @param waiting those that are to be read
     * @param parked those that wait for a person
     * @param read those that were read: each is owed an answer or a reason for none
     * @param answered those with an answer in the outbox, wherever it is by now
     * @param refused those without one and with the reason why
     * @param strayMessages messages in no state there is, or without any delivery they came from
     * @param strayTexts texts of the outbox in no state there is
     */
    record Sums(
            long parts,
            long fallenParts,
            long messages,
            long waiting,
            long parked,
            long read,
            long answered,
            long refused,
            long strayMessages,
            long strayTexts) {
        /** Messages that were read and are neither answered nor have a reason for that. */
        public long owed() {
            return read - answered - refused;
        }

        /** Whether everything is somewhere. */
        public boolean addUp() {
            return fallenParts == 0
                    && strayMessages == 0
                    && strayTexts == 0
                    && owed() == 0
                    && messages == waiting + parked + read;
        }
    }
}
