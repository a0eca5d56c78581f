package vn.mscore.hotline.complaint;

import java.util.List;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Cases that belong together. Never across the lanes: a tie to a secret case would name it. Refusal of all that name a
 * second case: {@code case.other} (not there, not to be seen, secret, or itself).
 */
public interface CaseBonds {
    /**
     * Makes a second case of a part of the words, linked with this one; its sender gets a receipt with its number. A part
     * that belongs into the secret lane is refused with {@code case.split-secret}: split off what is open, then classify
     * this one.
     */
    Decision split(Grip grip, Part part);

    /** Ties two cases for the eye. */
    Decision link(Grip grip, TicketNumber other);

    /** Unties them. */
    Decision unlink(Grip grip, TicketNumber other);

    /**
     * Puts this one into another open one: it is told together, and the other is answered by the nearer of both days. Refusals:
     * {@code case.circle}; {@code case.merge-petition}, {@code case.merge-urgent} (this one is graver);
     * {@code case.merge-accused} (the office that has the other may not answer this one).
     */
    Decision merge(Grip grip, TicketNumber into);

    /** Takes it out again: everything is as it was before. Refusal: {@code case.erased}. */
    Decision unmerge(Grip grip);

    /** Answers this one and the other together from now on; both clusters become one. */
    Decision cluster(Grip grip, TicketNumber other);

    /** Leaves the cluster. */
    Decision uncluster(Grip grip);

    /** What is tied to a case. Needs a transaction. */
    Bonds of(TicketNumber ticket);

    /** A part that becomes a case of its own. {@code text} is what the operator marked in the citizen's words. */
    record Part(ComplaintKind kind, String text) {}

    /**
     * The others.
     *
     * @param mergedInto what this one was merged into, empty when it was not
     */
    record Bonds(
            List<TicketNumber> links,
            List<TicketNumber> cluster,
            List<TicketNumber> merged,
            List<TicketNumber> mergedInto) {}
}
