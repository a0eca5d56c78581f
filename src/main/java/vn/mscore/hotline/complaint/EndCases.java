package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.TicketNumber;

/** Ends and new beginnings of a case. Each opens its own transaction; refusals: see {@link Decision}. */
public interface EndCases {
    /**
     * Refuses it; the citizen is told the reason, whole, after the send delay. What was merged into it ends with it where that
     * is no more than was decided, and comes back else. Refusal: {@code case.reason-parts}, when that
     * were more than {@code hotline.sms.maxSegments.reply} parts.
     */
    Decision refuse(Grip grip, String reason);

    /** Belongs to somebody outside the province; the letter leaves after the undo window. {@code to} names the receiver. */
    Decision passOutside(Grip grip, String to);

    /**
     * The citizen withdrew it by phone or in person; he is told after the send delay, and what was merged into it comes back
     * to the desk. Refusal: {@code case.not-withdrawable} (khiếu nại, urgent).
     */
    Decision withdraw(Grip grip, String reason);

    /**
     * It is done: for who cannot be asked by text. Closed after the send delay; of a merged case, which its citizen must be
     * asked about, the word is written down (ADR 45). Refusals: {@code case.verdict-awaited} (he is asked, and his silence
     * closes it), {@code case.urgent-awaited} (the same, until ten working days of silence), {@code case.not-asked}.
     */
    Decision close(Grip grip);

    /** Whether {@link #close} is not refused because the citizen says himself whether it is done. Needs a transaction. */
    boolean closable(TicketNumber ticket);

    /**
     * The citizen said that it is not: one level up, after the send delay; his own comes out of a merge for that. Refusals:
     * {@code case.reopened-twice}, {@code case.erased}, {@code case.not-asked}.
     */
    Decision reopen(Grip grip, String reason);

    /** Whether {@link #reopen} is not refused for what the case is. Needs a transaction. */
    boolean reopenable(TicketNumber ticket);

    /** The desk has read what the citizen added to a case nobody works on. Refusal: {@code case.nothing-new}. */
    Decision acknowledge(Grip grip);
}
