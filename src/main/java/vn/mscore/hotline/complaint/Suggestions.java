package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** What the tables suggest for a case, with reasons; a person decides. Needs a transaction; secret cases have none. */
public interface Suggestions {
    /** The suggestion for an open case that is not secret, as if there were none of the cases that {@code hidden} holds of. */
    Optional<Suggestion> of(TicketNumber ticket, Predicate<TicketNumber> hidden);

    /**
     * What is suggested.
     *
     * @param category code
     * @param confidence 0 to 1
     * @param unit to whom, with its name, empty when the tables do not tell
     * @param notTo the office complained about: never the verifier
     * @param lead who leads, in words
     * @param committee of the council, for the copy
     * @param due the day of the answer
     * @param risky never sent without a person's look: a khiếu nại or what may be one, money, threats, an officer named
     * @param why reasons, weightiest first
     */
    record Suggestion(
            String category,
            double confidence,
            Optional<UnitCode> unit,
            Optional<UnitName> unitName,
            Optional<UnitCode> notTo,
            String lead,
            String committee,
            LocalDate due,
            boolean risky,
            List<Why> why,
            List<Twin> twins) {}

    /**
     * A reason.
     *
     * @param code key of the words file: {@code suggest.word}, {@code suggest.urgent}, {@code suggest.secret},
     *     {@code suggest.officer-named}, {@code suggest.repeat}, {@code suggest.late-stage}, {@code suggest.open-stage},
     *     {@code suggest.chief}, {@code suggest.receiving-office}, {@code suggest.successor}, {@code suggest.lead}, {@code suggest.ended}, {@code suggest.above-ended}, {@code suggest.named-place}, {@code suggest.earlier-place}
     * @param detail a word of our tables or the name of an office, never words of the citizen
     */
    record Why(String code, String detail) {}

    /**
     * Perhaps the same matter.
     *
     * @param why {@code twin.dossier}, {@code twin.number}, {@code twin.text}
     * @param open whether it is still worked on, so that another can be merged into it
     */
    record Twin(TicketNumber ticket, String why, boolean open) {}
}
