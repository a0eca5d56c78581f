package vn.mscore.hotline.complaint.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseTime.Explanation;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: why steps were late. Needs a transaction. */
public interface Explanations {
    /** Keeps one, sealed, in the name of the office that was late, of nobody for the desk. */
    void add(Held held, Late late, String why);

    /** What was explained and the viewer may read, in a case that he sees. */
    List<Explanation> of(Viewer viewer, TicketNumber ticket);

    /**
     * Who wrote one of this case that nobody has decided, of an office that the viewer answers for, or of the desk where he has
     * the council of the province below him.
     */
    Optional<String> undecided(Held held, long id);

    /** Writes down what follows, and who said so. */
    void decide(long id, String outcome, Held by);

    /** The step that is late; {@code unit} is empty for who holds the case now. */
    record Late(CaseClock.Step step, LocalDate due, int days, Optional<UnitCode> unit) {}
}
