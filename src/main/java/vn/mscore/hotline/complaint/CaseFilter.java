package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/**
 * What somebody wants to see of the queue; bookmarkable.
 *
 * @param text words to be found, accents or not; empty for all
 */
public record CaseFilter(
        Group group, Optional<ComplaintKind> kind, Optional<UnitCode> unit, Optional<Channel> channel, String text) {
    /** Everything in a group. */
    public static CaseFilter of(Group group) {
        return new CaseFilter(group, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** The same wishes for another group. */
    public CaseFilter in(Group other) {
        return new CaseFilter(other, kind, unit, channel, text);
    }

    /** The tabs of the queue. */
    public enum Group {
        /** Somebody owes something. */
        OPEN,
        /** Nobody has confirmed what it is. */
        UNCLASSIFIED,
        /** Taken by the viewer. */
        MINE,
        /** Due today, or 70 % of the time for the next step are used. */
        DUE_SOON,
        /** The deadline is over. */
        OVERDUE,
        /** Answered; the citizen has not said whether it helped. */
        WAITING,
        /** Also what is settled. */
        ALL
    }

    /** The way a case came in. */
    public enum Channel {
        /** Text message. */
        SMS,
        /** Telephone call. */
        CALL,
        /** Entered by an operator for somebody. */
        DESK
    }
}
