package vn.mscore.hotline.complaint.clock;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseTime.Explanation;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: why steps were late. Needs a transaction. */
public interface Explanations {
    /** Keeps one, sealed, in the name of who holds the case. */
    void add(Held held, Late late, String why);

    /** What was explained and the viewer may read. */
    List<Explanation> of(Viewer viewer, TicketNumber ticket);

    /** Who wrote one of this case that nobody has decided, of an office that the viewer answers for. */
    Optional<String> undecided(Held held, long id);

    /** Writes down what follows. */
    void decide(long id, String outcome, Held by);

    /** The step that is late. */
    record Late(vn.mscore.hotline.complaint.CaseClock.Step step, java.time.LocalDate due, int days) {}
}
