package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.life.Ties;

/** Where further words of a citizen are read: of a merged case in the one it is in, unless they are for the sealed lane. */
@Singleton
public class WordsHome {
    private static final String ACTOR = "gateway";

    private final Complaints complaints;
    private final WordHolders holders;
    private final Ties ties;

    /** Joined by CDI. */
    @Inject
    WordsHome(Complaints complaints, WordHolders holders, Ties ties) {
        this.complaints = complaints;
        this.holders = holders;
        this.ties = ties;
    }

    /** The case that further words go to; {@code secret} when they are for the sealed lane. */
    Complaint of(Complaint complaint, boolean secret) {
        return secret ? sealed(complaint) : holders.workedOn(complaint);
    }

    /** A merged case leaves the other one first, which goes on without it, and is worked on by itself. */
    Complaint sealed(Complaint complaint) {
        if (complaint.secret()) {
            return complaint;
        }
        ties.unmerge(complaint, ACTOR);
        complaints.hide(again(complaint), ACTOR);
        return again(complaint);
    }

    private Complaint again(Complaint complaint) {
        return complaints.find(complaint.ticket()).orElseThrow();
    }
}
