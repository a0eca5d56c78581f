package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Internal notes and what was written with commands; sealed. */
public interface CaseNotes {
    /** Adds a note; numbers and codes are masked in those of an office. Opens its own transaction. */
    Decision add(Grip grip, String text);

    /**
     * What this viewer may read, oldest first: the desk everything, telephone numbers covered, an office what its own people wrote, what the desk wrote to it with the case, the summary and, numbers
     * and codes masked, why the clock was stopped.
     * The caller has checked that the case may be seen. Needs a transaction.
     */
    List<Note> of(Viewer viewer, TicketNumber ticket);

    /** The telephone numbers that are covered for the desk, whole, in their order. The caller writes down who sees them. Needs a transaction. */
    List<String> numbers(TicketNumber ticket);

    /** The newest neutral summary. Needs a transaction. */
    Optional<String> summary(TicketNumber ticket);

    /** Kinds of what is written. */
    enum Kind {
        /** A note. */
        NOTE,
        /** The neutral summary. */
        SUMMARY,
        /** Why: refused, handed back, withdrawn, extended. */
        REASON,
        /** Why the clock was stopped. */
        PAUSE
    }

    /** One of them. */
    record Note(long id, Kind kind, Instant at, String by, Role role, Optional<UnitCode> unit, String text) {
        /** The same with other words. */
        public Note saying(String words) {
            return new Note(id, kind, at, by, role, unit, words);
        }
    }
}
