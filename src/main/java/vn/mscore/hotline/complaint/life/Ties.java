package vn.mscore.hotline.complaint.life;

import java.util.List;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: which cases belong together. Needs a transaction; what it finds it locks. */
public interface Ties {
    /** Ties two. */
    void link(Complaint one, Complaint other, String login);

    /** Unties them; false when they were not tied. */
    boolean unlink(Complaint one, Complaint other);

    /** Remembers the state of a case that is merged into another. */
    void merge(Complaint child, Complaint into, String login);

    /** Takes it out and gives back the state it had; false when it was in none. */
    boolean unmerge(Complaint child, String login);

    /** Whether {@code into} is, directly or not, merged into {@code child}. */
    boolean isCircle(Complaint child, Complaint into);

    /** One cluster of both. */
    void cluster(Complaint one, Complaint other);

    /** Leaves; a cluster of one is none. False when it was in none. */
    boolean uncluster(Complaint complaint);

    /** The others of the cluster that are open and wait for an answer. */
    List<Complaint> clusterOf(Complaint complaint);

    /** Everything merged into a case, directly or not. */
    List<Complaint> mergedInto(Complaint complaint);

    /** What was merged into a case itself. */
    List<Complaint> mergedDirectlyInto(Complaint complaint);

    /** The tickets tied to a case. */
    CaseBonds.Bonds of(TicketNumber ticket);
}
