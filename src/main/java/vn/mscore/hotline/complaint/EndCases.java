package vn.mscore.hotline.complaint;

/** Ends and new beginnings of a case. Each opens its own transaction; refusals: see {@link Decision}. */
public interface EndCases {
    /**
     * Refuses it; the citizen is told the reason, whole, after the send delay. Refusal: {@code case.reason-parts}, when that
     * were more than {@code hotline.sms.maxSegments.reply} parts.
     */
    Decision refuse(Grip grip, String reason);

    /** Belongs to somebody outside the province; the letter leaves after the undo window. {@code to} names the receiver. */
    Decision passOutside(Grip grip, String to);

    /** The citizen withdrew it by phone or in person. Refusal: {@code case.not-withdrawable} (khiếu nại, urgent). */
    Decision withdraw(Grip grip, String reason);

    /** The citizen said by phone or in person that it is done. */
    Decision close(Grip grip);

    /** The citizen said that it is not: one level up. Refusal: {@code case.reopened-twice}. */
    Decision reopen(Grip grip, String reason);

    /** The desk has read what the citizen added to a case nobody works on. Refusal: {@code case.nothing-new}. */
    Decision acknowledge(Grip grip);
}
