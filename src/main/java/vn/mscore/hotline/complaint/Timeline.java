package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Everything the number behind a case ever said to us. Needs a transaction. */
public interface Timeline {
    /** Lines of a page. */
    int PAGE = 100;

    /**
     * Newest first, at most {@link #PAGE}. Only operators get it; texts of sealed cases, the answers to them and texts that look
     * like something sealed are left out as if they had never been. Telephone numbers in the citizen's words are covered.
     */
    List<TimelineLine> of(Viewer viewer, TicketNumber ticket);

    /** The lines that are {@code page} pages older, 0 for the newest, and whether there are older ones still. */
    Page page(Viewer viewer, TicketNumber ticket, int page);

    /** Some lines. */
    record Page(List<TimelineLine> lines, boolean more) {
        /** Those on page {@code page} of {@code all}. */
        public static Page of(List<TimelineLine> all, int page) {
            int from = Math.min(page * PAGE, all.size());
            int to = Math.min(from + PAGE, all.size());
            return new Page(all.subList(from, to), all.size() > to);
        }
    }

    /** The newest of a number that calls, and whether there are older ones: for operators. */
    Page ofNumber(Viewer viewer, PhoneNumber phone);

    /**
     * The telephone numbers that are covered in the words of a case, in its notes and its timeline, whole; operators only. Writes
     * {@code phone.spoken-revealed} to the audit trail.
     */
    Set<String> revealSpoken(Viewer viewer, TicketNumber ticket);

    /** Where the words of this number's open cases came from, {@code sms:<inbox id>:<line>}: they are kept with the case. */
    Set<String> sources(PhoneNumber phone);

    /** The dossiers registered to that number, those not returned first, at most 20; operators only. */
    List<Standing> dossiers(Viewer viewer, TicketNumber ticket);

    /** The same of a number that is on the telephone. */
    List<Standing> dossiersOfNumber(Viewer viewer, PhoneNumber phone);
}
