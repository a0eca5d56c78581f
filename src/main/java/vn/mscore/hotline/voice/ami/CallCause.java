package vn.mscore.hotline.voice.ami;

import java.util.Set;
import vn.mscore.hotline.voice.CallSettled.Result;

/** What an ordered call came to, out of the numbers and words of the exchange. */
final class CallCause {
    /** Reasons of OriginateResponse: control frames of Asterisk's frame.h. */
    private static final int RINGING = 3;

    private static final int BUSY = 5;

    /** Causes of ITU-T Q.850: user busy, call rejected. */
    private static final Set<Integer> BUSY_CAUSES = Set.of(17, 21);

    /** Normal clearing (we gave up), no user responding, no answer, recovery on timer expiry. */
    private static final Set<Integer> SILENT_CAUSES = Set.of(16, 18, 19, 102);

    /** Unallocated, no route (twice), subscriber absent, number changed, out of order, invalid format. */
    private static final Set<Integer> DEAD_CAUSES = Set.of(1, 2, 3, 20, 22, 27, 28);

    private CallCause() {}

    /** Of a call that nobody answered: the reason of the exchange's answer and the cause of the hang-up, 0 when not told. */
    static Result unanswered(int reason, int cause) {
        if (reason == BUSY || BUSY_CAUSES.contains(cause)) {
            return Result.BUSY;
        }
        if (DEAD_CAUSES.contains(cause)) {
            return Result.UNREACHABLE;
        }
        // A trunk that fails after it rang says "ringing" as well: a known cause is worth more.
        boolean silent = cause == 0 ? reason == RINGING : SILENT_CAUSES.contains(cause);
        return silent ? Result.NO_ANSWER : Result.FAILED;
    }

    /** Of a call whose operator answered: the dial status of the citizen's leg, empty when it was never dialled. */
    static Result farEnd(String status) {
        return switch (status) {
            case "ANSWER" -> Result.ANSWERED;
            case "BUSY" -> Result.BUSY;
            case "NOANSWER" -> Result.NO_ANSWER;
            case "CHANUNAVAIL" -> Result.UNREACHABLE;
            default -> Result.FAILED;
        };
    }
}
