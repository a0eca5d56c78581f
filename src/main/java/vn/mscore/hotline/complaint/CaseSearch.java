package vn.mscore.hotline.complaint;

import java.util.List;
import vn.mscore.hotline.access.Viewer;

/** Finds cases by what people type. Needs a transaction. */
public interface CaseSearch {
    /**
     * A ticket, a dossier code, words with or without accents (the last one may be unfinished, from three letters on); for
     * operators also a telephone number, which is written to the audit trail. At most {@code most}, in working order, settled
     * cases last. Sealed cases and those the viewer may not see are never found, those he keeps off ({@link Impartial}) only by
     * their ticket.
     */
    List<QueueItem> find(Viewer viewer, String typed, int most);
}
