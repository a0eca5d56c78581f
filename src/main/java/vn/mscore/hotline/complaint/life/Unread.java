package vn.mscore.hotline.complaint.life;

import vn.mscore.hotline.complaint.Complaint;

/** PORT: further words that wait for the desk because nobody works on their case. Needs a transaction. */
public interface Unread {
    /** Words came: they wait unless the case is worked on or sealed. */
    void came(Complaint complaint);

    /** Somebody has read them, or works on the case again; false when none waited. */
    boolean read(Complaint complaint);
}
