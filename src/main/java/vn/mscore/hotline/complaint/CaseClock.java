package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Petitions.Acceptance;

/**
 * How a case stands in time: per kind and step, in working time, by {@code complaint/clocks.tsv}. Pure: the calendar and
 * the table are given, nothing is looked up.
 */
public interface CaseClock {
    /** The clocks that run now, the one due first at the beginning; none when nobody owes anything. */
    List<Reading> all(Course course, Instant now);

    /** The one of them that is due first. */
    default Optional<Reading> read(Course course, Instant now) {
        return all(course, now).stream().findFirst();
    }

    /** The steps of a case that have a clock. */
    enum Step {
        /** Until somebody said what it is. */
        TRIAGE,
        /** Until it is with the office that must answer. */
        FORWARD,
        /** Until the office began. */
        ACCEPT,
        /** Until the citizen has an answer; counts from the day after receipt. */
        ANSWER,
        /** Until the citizen has an answer again. */
        ANSWER_AGAIN,
        /** Until a signed khiếu nại is accepted or refused: a term of the law. */
        PETITION_ACCEPT,
        /** Until an accepted khiếu nại is settled: a term of the law. */
        PETITION_SETTLE,
        /** Until the citizen whose signed paper was not accepted has been told what he can do now; our guidance again. */
        PETITION_GUIDE,
        /** Until the guided citizen brings his signed paper: his own time, in which nobody is late; the clock stands. */
        PETITION_PAPER;

        /** Whether its day is the one that citizens, leaders and delegates are told; of these one runs at a time. */
        public boolean told() {
            return this == ANSWER || this == ANSWER_AGAIN || ofAPetition();
        }

        /** Whether it is a step of a khiếu nại whose signed paper came, or is waited for after the guidance. */
        public boolean ofAPetition() {
            return isSigned() || this == PETITION_PAPER;
        }

        /** Whether it is a step of a khiếu nại whose signed paper came. */
        public boolean isSigned() {
            return this == PETITION_ACCEPT || this == PETITION_SETTLE || this == PETITION_GUIDE;
        }

        /** Whether the law and not our table says how long it may take. */
        public boolean ofTheLaw() {
            return ofAPetition() && this != PETITION_GUIDE;
        }
    }

    /**
     * A khiếu nại on signed paper; how it was accepted, or when it was not.
     *
     * @param noted when the paper, or that it was not accepted, was written down: the day of it may lie before
     */
    record Signed(LocalDate paper, Optional<Acceptance> accepted, Optional<LocalDate> refused, Instant noted) {}

    /**
     * The citizen was told what a khiếu nại needs.
     *
     * @param at when that was written down last
     * @param meeting the day of the appointment
     * @param learned the day he learned of the decision, from which the law counts
     */
    record Guided(Instant at, Optional<LocalDate> meeting, Optional<LocalDate> learned) {}

    /** Working days from the day after {@code from}. */
    record Promise(LocalDate from, int days) {}

    /**
     * The day that was told to somebody merged into a case who waits.
     *
     * @param original before an extension
     * @param since when he was merged: pauses of before have nothing to do with him
     */
    record Joined(LocalDate day, LocalDate original, Instant since) {}

    /** Time that does not count for what was not late when it began. {@code to} is empty while it lasts. */
    record Pause(Instant from, Optional<Instant> to) {}

    /**
     * What the clock needs to know.
     *
     * @param promised the working days the answer was promised in and the day they count from
     * @param registered when the citizen's words came
     * @param sorted when somebody said what it is
     * @param routed when it went to the office it is with
     * @param reopened when it was reopened last
     * @param handedBack when an office gave it back last
     * @param extendedDays working days of the one extension, 0 for none
     * @param signed from then on only the terms of the law run, or our guidance when it was not accepted
     * @param guided from then on nothing is owed until the paper comes
     * @param joined what others wait for with it: the nearest of all days is the one it has
     */
    record Course(
            ComplaintKind kind,
            String category,
            boolean urgent,
            ComplaintStatus.State state,
            Promise promised,
            Instant registered,
            Optional<Instant> sorted,
            Optional<Instant> routed,
            Optional<Instant> reopened,
            Optional<Instant> handedBack,
            List<Pause> pauses,
            int extendedDays,
            Optional<Signed> signed,
            Optional<Guided> guided,
            List<Joined> joined) {
        /** Whether the day was told by itself, with a reopening or an extension: what the case is found to be moves it no more. */
        public boolean stands() {
            return reopened.isPresent() || extendedDays > 0;
        }
    }

    /**
     * How it stands.
     *
     * @param step which clock
     * @param started from when it counts
     * @param minutes how long it has: working minutes without pauses
     * @param due the instant after which it is late
     * @param dueDay the day to tell people
     * @param originalDay what {@code dueDay} was before pauses and extension
     * @param warnAt when 70 % are used
     * @param partUsed 0 to 1 and above when late, of the working time
     * @param paused whether it stands now: not when it was late before the pause began
     * @param pausedDays working days not counted so far
     * @param daysLeft working days until {@code dueDay}, negative when late
     */
    record Reading(
            Step step,
            Instant started,
            long minutes,
            Instant due,
            LocalDate dueDay,
            LocalDate originalDay,
            Instant warnAt,
            double partUsed,
            boolean paused,
            int pausedDays,
            int daysLeft) {
        /** Whether it is late at {@code now}: never while it stands. */
        public boolean overdue(Instant now) {
            return !paused && now.isAfter(due);
        }

        /** Whether the leader of the office should look. */
        public boolean dueSoon(Instant now) {
            return !paused && !overdue(now) && !now.isBefore(warnAt);
        }
    }
}
