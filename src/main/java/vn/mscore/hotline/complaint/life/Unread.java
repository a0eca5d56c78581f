package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.complaint.Complaint;

/** PORT: further words that wait for the desk because nobody works on their case. Needs a transaction. */
public interface Unread {
    /** Words came: they wait unless the case is sealed, or worked on with no decision to end it in its undo window. */
    void came(Complaint complaint);

    /** A decision to end it was taken back or dropped: who works on it, or on those answered together, reads all there is. */
    void goesOn(Complaint complaint);

    /** Whether some wait. */
    boolean waits(Complaint complaint);

    /** Somebody has read them, or works on the case again; false when none waited. */
    boolean read(Complaint complaint);
}
