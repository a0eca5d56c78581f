package vn.mscore.hotline.sms.outbox;

import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * What one line may send on a Vietnamese day: texts nobody asked for leave a reserve to answers, and an alarm goes whatever
 * was sent before it.
 *
 * @param most parts a day; 0 for a line that never sends
 * @param reserve how many of them are not for notices and questions
 */
record DailyCap(int most, int reserve) {
    private static final int WHOLE = 100;

    /** A cap of which {@code percent} are the reserve. */
    static DailyCap of(int most, int percent) {
        return new DailyCap(most, (int) ((long) most * percent / WHOLE));
    }

    /** After how many parts of the day nothing of {@code kind} leaves. */
    int of(Kind kind) {
        return switch (kind) {
            case ALARM -> most == 0 ? 0 : Integer.MAX_VALUE;
            case ANSWER, PROBE -> most;
            case NOTICE, SURVEY -> most - reserve;
        };
    }
}
