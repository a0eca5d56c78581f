package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;

/** A decision within its undo window that does not happen, and what the log says of it. Needs a transaction. */
@Singleton
public class Undone {
    private final Complaints complaints;
    private final Waiting waiting;
    private final Unread unread;

    /** Joined by CDI. */
    @Inject
    Undone(Complaints complaints, Waiting waiting, Unread unread) {
        this.complaints = complaints;
        this.waiting = waiting;
        this.unread = unread;
    }

    /** What waits for a case, if anything does, is overtaken by what {@code actor} did. */
    public void dropIfWaiting(Complaint complaint, String actor) {
        if (waiting.find(complaint).isPresent()) {
            drop(complaint, actor);
        }
    }

    /** The same of what may not have begun to wait. */
    void drop(Complaint complaint, String actor) {
        takeOut(complaint);
        complaints.log(complaint, actor, "dropped");
    }

    /** Whoever works on the case goes on as if nothing had been decided; the log is the caller's. */
    void takeOut(Complaint complaint) {
        waiting.remove(complaint);
        unread.goesOn(complaint);
    }
}
