package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;

/**
 * A denunciation as its law wants it: a text or a call is none, a signed paper or words spoken before an official are (Luật
 * Tố cáo 2018 art. 22, 23). Custodians guide the citizen to it, and the terms run from it. Each deed checks the right itself
 * and refuses as {@link SealedDeeds} do; nothing of it is sent to anybody, the citizen hears it from a custodian.
 */
public interface SealedPapers {
    /** How it stands with the paper of a case that is open to this viewer; else nothing. */
    Papers of(Viewer viewer, Pseudonym pseudonym);

    /**
     * How it stands with a paper.
     *
     * @param notes oldest first
     * @param received whether it is here: noted last, and not taken back
     * @param mayBeExtended whether the result of a letter is awaited whose term can still be made longer
     */
    record Papers(List<Noted> notes, boolean received, boolean mayBeExtended) {
        /** Of a case that is not open. */
        public static final Papers NONE = new Papers(List.of(), false, false);
    }

    /**
     * Something that was noted.
     *
     * @param on its day: of the guidance, the appointment, the paper or the extension
     * @param words hour and place of the appointment, reason of the extension, else empty
     * @param by who noted it
     */
    record Noted(Step step, LocalDate on, String words, String by) {}

    /** Kinds of notes. Stored by name. */
    enum Step {
        /** A custodian told the citizen how one denounces under the law. */
        GUIDED,
        /** He is to come in person. */
        BOOKED,
        /** The signed paper, or the record of his words that he signed, is there. */
        PAPER,
        /** That was noted by mistake: there is no paper. */
        NO_PAPER,
        /** The term of the verification was made longer. */
        EXTENDED
    }

    /** Notes that the citizen was told today how one denounces under the law. */
    Optional<Reason> guided(Viewer viewer, Pseudonym pseudonym);

    /**
     * Notes when and where he is to come. Refusals also: {@code sealed.meeting} for a day that is over, more than a
     * year ahead or on which offices are closed, or words of more than 200 characters or none.
     */
    Optional<Reason> booked(Viewer viewer, Pseudonym pseudonym, LocalDate on, String where);

    /**
     * Notes the day on which the signed paper was received; said again, the later note counts. The term to decide begins anew with
     * it (art. 24). Refusals also: {@code sealed.paper-day} for a day to come or more than a year ago, {@code sealed.closed}.
     */
    Optional<Reason> received(Viewer viewer, Pseudonym pseudonym, LocalDate on);

    /** Notes that the paper was noted by mistake: the terms run as without it. Refusals also: {@code sealed.no-paper}. */
    Optional<Reason> notReceived(Viewer viewer, Pseudonym pseudonym);

    /**
     * Makes the term of the verification longer (art. 30: once, and a second time when it is very complex), for a reason of 10
     * to 500 characters. Refusals also: {@code sealed.no-term} while none runs, {@code sealed.extended}.
     *
     * @param read how many notes this person has read; when there are others it is refused with {@code sealed.changed}
     */
    Optional<Reason> extended(Viewer viewer, Pseudonym pseudonym, int read, String reason);

    /** The paper to sign, with what is known (art. 23). The look is logged. Empty while the case is not open to this viewer. */
    Optional<Sheet> sheet(Viewer viewer, Pseudonym pseudonym);

    /**
     * What is known for the paper.
     *
     * @param against the office complained about, empty when nobody is named
     * @param said the citizen's words, with numbers and codes covered
     * @param untyped whether some of what was said was not typed yet
     */
    record Sheet(String against, List<String> said, boolean untyped) {}
}
