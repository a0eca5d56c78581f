package vn.mscore.hotline.complaint.life;

import java.util.List;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.CaseNotes.Note;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * PORT: notes, summaries and reasons of the offices, sealed. Needs a transaction, in which an entry of the case's log follows
 * that vouches for them.
 */
public interface Written {
    /** Keeps a text with its author. */
    void add(Held held, Kind kind, String text);

    /** Keeps a note of the desk for an office, which reads it once it has the case. */
    void addFor(UnitCode unit, Held held, String text);

    /** Everything, oldest first. */
    List<Note> of(TicketNumber ticket);
}
