package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Registers a citizen's words as a ticket and keeps every later word with it. All in the caller's transaction. */
public interface RegisterComplaint {
    /**
     * Registers, or finds the ticket of the same words from the same number in the last 24 hours ({@code duplicate}), or,
     * when {@code coalesce}, adds the words to the number's open ticket of this flood. Suspicion of money or a
     * denunciation puts it into the secret lane whatever the kind. Fires {@link ComplaintRegistered} for new tickets.
     */
    Registered register(NewComplaint complaint);

    /**
     * Adds words to a ticket of this number. False, and nothing written, when the ticket is not this number's.
     *
     * @param source channel and row, such as {@code sms:123}
     */
    boolean addText(TicketNumber ticket, PhoneNumber phone, String text, String source);

    /**
     * Adds thanks to a ticket of this number: kept with it as all words are, and no reader has to be found for them. False,
     * and nothing written, when the ticket is not this number's.
     */
    boolean addThanks(TicketNumber ticket, PhoneNumber phone, String text, String source);

    /**
     * The answer to the KN question, asked of the caller and still open: it becomes a suggestion or a complaint, whatever the
     * desk has sorted it as; a complaint comes back to the desk, and what waited for its undo window does not happen. False,
     * and nothing written, when the ticket is not this number's, sealed or not worked on, or its signed paper came.
     */
    boolean decideKind(TicketNumber ticket, PhoneNumber phone, ComplaintKind kind);

    /** Withdraws a feedback or suggestion of this number; a complaint or a secret one stays: false. */
    boolean withdraw(TicketNumber ticket, PhoneNumber phone);

    /**
     * Words and where they came from.
     *
     * @param phone the sender, empty when hidden or a name
     * @param about the dossier it is about, when the citizen named one
     * @param text empty for words that were spoken and that nobody has typed yet
     * @param source channel and row, such as {@code sms:123}; {@code recording:<uuid>} for spoken words
     * @param coalesce true while the number floods us
     * @param category code of the field the citizen chose by key; its secrecy is obeyed, the rest is a suggestion
     * @param received the day the words came with an earlier ticket, empty for today; what is promised counts from it
     */
    record NewComplaint(
            ComplaintKind kind,
            Optional<PhoneNumber> phone,
            String text,
            Optional<DossierCode> about,
            String source,
            boolean coalesce,
            Optional<String> category,
            Optional<LocalDate> received) {
        /** Words of today. */
        public NewComplaint(
                ComplaintKind kind,
                Optional<PhoneNumber> phone,
                String text,
                Optional<DossierCode> about,
                String source,
                boolean coalesce,
                Optional<String> category) {
            this(kind, phone, text, about, source, coalesce, category, Optional.empty());
        }

        /** Words whose field nobody chose. */
        public NewComplaint(
                ComplaintKind kind,
                Optional<PhoneNumber> phone,
                String text,
                Optional<DossierCode> about,
                String source,
                boolean coalesce) {
            this(kind, phone, text, about, source, coalesce, Optional.empty());
        }
    }

    /** What it became. {@code due} is the day of the promised answer (for khiếu nại: of the guidance). */
    record Registered(TicketNumber ticket, LocalDate due, boolean secret, boolean duplicate, boolean urgent) {}
}
