package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * One row of the queue. Days only: the minute of an event may name a person.
 *
 * @param place where it stands in working order
 * @param title a few words: the citizen's own where the viewer may read them, else the field
 * @param row the case behind it, empty for a call-back and a low score
 * @param about the ticket a call-back is about, empty for all others and where the reader keeps off that case
 */
public record QueueItem(Kind kind, CaseCursor place, String title, Optional<CaseRow> row, Optional<TicketNumber> about)
        implements Comparable<QueueItem> {
    private static final Comparator<QueueItem> ORDER = Comparator.comparing(
                    (QueueItem item) -> item.place().rank())
            .thenComparing(item -> item.place().due())
            .thenComparing(item -> item.place().key());

    /** Nobody is called about a ticket. */
    public QueueItem(Kind kind, CaseCursor place, String title, Optional<CaseRow> row) {
        this(kind, place, title, row, Optional.empty());
    }

    /** What has to be done about it. */
    public enum Kind {
        /** Words nobody has classified yet. */
        UNCLASSIFIED,
        /** A case in work. */
        CASE,
        /** A case nobody works on, with words that came afterwards. */
        NEW_WORDS,
        /** A bad mark that asks for a word with the office. */
        LOW_SCORE,
        /** Somebody who must be called back. */
        CALLBACK,
        /** An answer to be read out to a number that takes no texts. */
        READ_ANSWER,
        /** Such a number to be asked whether it is done. */
        ASK_WHETHER_DONE
    }

    /** The day by which it must be done. */
    public LocalDate due() {
        return place.due();
    }

    /** Whether it is shown to who has nothing to do with the case that is read out. */
    public boolean withheld() {
        return (kind == Kind.READ_ANSWER || kind == Kind.ASK_WHETHER_DONE) && about.isEmpty();
    }

    /** The case's ticket. */
    public Optional<TicketNumber> ticket() {
        return row.map(CaseRow::ticket);
    }

    @Override
    public int compareTo(QueueItem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueueItem item && place.equals(item.place) && kind == item.kind;
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }
}
