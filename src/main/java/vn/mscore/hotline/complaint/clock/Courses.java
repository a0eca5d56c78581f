package vn.mscore.hotline.complaint.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Promise;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime.Escalation;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.life.Extending;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: what the clocks know of cases, and what they write down. Needs a transaction. */
public interface Courses extends Extending {
    /** The course of a case that is not secret. */
    Optional<Course> of(TicketNumber ticket);

    /** Whether no office has it, so that a late step is the desk's own. */
    boolean isAtTheDesk(TicketNumber ticket);

    /** Writes down the clock due first, for lists, and whether the told day stands; none when nothing runs. */
    void show(Complaint complaint, Optional<Reading> first, boolean dueStands, Optional<Instant> lookAt);

    /** Moves the promised day; the first one is kept. True when it was another. */
    boolean promise(Complaint complaint, LocalDate due, LocalDate original);

    /** What the citizen was told last with the office his case went to. */
    Optional<Promise> told(Complaint complaint);

    /** Cases whose ladder is to be looked at, longest waiting first. */
    List<Long> toLookAt(Instant now, int limit);

    /** All open cases that are not secret, by row, after a row. */
    List<Long> open(long after, int limit);

    /**
     * The rungs reached at this level of reopening by who has the case now, with the signed paper that is here now and since
     * the last hand-back, as {@code STEP RUNG}.
     */
    Set<String> reached(Complaint complaint);

    /** Records a rung of a clock, the day it had and who had the case; false when it was of the same. */
    boolean reach(Complaint complaint, Reading reading, String rung, Optional<UnitCode> unit);

    /**
     * The last step that reached {@code rung} and is done, of the offices {@code viewer} answers for, of the desk's own for an
     * operator; what nobody has explained comes first.
     */
    Optional<Missed> missed(Viewer viewer, TicketNumber ticket, String rung);

    /** A step that came too late: the last day it had, when it was done, the office that had it, none for the desk. */
    record Missed(Step step, LocalDate due, Instant done, Optional<UnitCode> unit) {}

    /** The ladder of a case so far. */
    List<Escalation> escalations(TicketNumber ticket);

    /** Whether deadlines were last computed with another calendar than this. */
    boolean calendarChanged(byte[] fingerprint);

    /** All deadlines are computed with this calendar from now on. */
    void calendarFollowed(byte[] fingerprint);

    /** Begins a pause. */
    void pause(Complaint complaint, String login);

    /** Ends it; false when none was open. */
    boolean resume(Complaint complaint);

    /**
     * What is promised from {@code from} on, not after now, is another promise: the extension of the one before is forgotten,
     * an open pause ends with it.
     */
    void promiseAnew(Complaint complaint, Instant from);
}
