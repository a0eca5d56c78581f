package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Commands on the clocks of a case, and what was explained. Commands open their own transaction. */
public interface CaseTime {
    /**
     * Stops the clock: waiting for the citizen, for another office. Counted and shown. What is late already goes on: its ladder,
     * its days. Refusals: {@code case.paused}, {@code case.law}, {@code case.pause-late} (everything is late).
     */
    Decision pause(Grip grip, String reason);

    /** Starts it again; the deadline has moved by the working time in between. */
    Decision resume(Grip grip);

    /**
     * Moves the deadline by 1 to 30 working days, once; the citizen is told the reason and both days. Refusals:
     * {@code case.extended}, {@code case.days}, {@code case.overdue} (too late to ask), {@code case.reason-parts} (more than
     * {@code hotline.sms.maxSegments.reply} parts: it goes out whole).
     */
    Decision extend(Grip grip, int days, String reason);

    /**
     * "Giải trình": why a step is overdue, or was, of an office the viewer answers for, also after the case left it or ended; an
     * operator explains the steps of the desk. Refusal: {@code case.not-overdue}.
     */
    Decision explain(Grip grip, String why);

    /**
     * What follows from an explanation: a code of {@link #outcomes()}. Only of a case that is with an office the viewer answers
     * for, his own or one below: while none has it no leader judges, also not what the desk explained. Refusals:
     * {@code case.explanation} (none with this id of an office the viewer answers for, or of the desk where he has the council of
     * the province below him; or decided), {@code case.own-explanation}, {@code case.outcome}.
     */
    Decision judge(Grip grip, long explanation, String outcome);

    /** The clocks of a case as they stand now, due first at the beginning. Needs a transaction. */
    List<CaseClock.Reading> clocks(TicketNumber ticket);

    /**
     * What was explained and {@code viewer} may read, oldest first: operators all, officers and leaders what the offices
     * wrote that they answer for, leaders who have the council of the province below them also what the desk wrote, others
     * none; all but operators only of cases that are with an office they answer for. Needs a transaction.
     */
    List<Explanation> explanations(Viewer viewer, TicketNumber ticket);

    /** Whether a step that {@code viewer} may explain is late or was. Needs a transaction. */
    boolean explainable(Viewer viewer, TicketNumber ticket);

    /** Whether the deadline may still be moved: never extended, not overdue. Needs a transaction. */
    boolean extendable(TicketNumber ticket);

    /** Whether the clock may be stopped: it runs and something is not late. Needs a transaction. */
    boolean pausable(TicketNumber ticket);

    /** When the clock was stopped, while it stands. Needs a transaction. */
    Optional<Instant> pausedSince(TicketNumber ticket);

    /** The ladder so far. Needs a transaction. */
    List<Escalation> escalations(TicketNumber ticket);

    /** The table of outcomes: code and Vietnamese name. */
    List<Outcome> outcomes();

    /** What may follow. */
    record Outcome(String code, String name) {}

    /** One explanation. {@code overdueDays} in working days until the step was done, else until the writing; no unit: the desk's. */
    record Explanation(
            long id,
            CaseClock.Step step,
            LocalDate due,
            int overdueDays,
            Optional<UnitCode> unit,
            String by,
            Instant at,
            String why,
            Optional<String> outcome,
            Optional<String> decidedBy) {}

    /**
     * A rung that was reached.
     *
     * @param rung row of {@code complaint/escalation.tsv}: {@code WARNED}, {@code UNIT_HEAD}, {@code LEADER}, {@code COUNCIL}
     * @param unit whose leader is told; empty for the council and while no office has it
     */
    record Escalation(String rung, CaseClock.Step step, Optional<UnitCode> unit, Instant at) {}
}
