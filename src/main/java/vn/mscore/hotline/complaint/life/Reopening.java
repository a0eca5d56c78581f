package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Office;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/**
 * Opens an answered case again, one level up, at most twice. Where no office above may take it today, and where none had it,
 * the desk of the council is above: it takes the case, and somebody else than before answers.
 */
@Singleton
class Reopening {
    private static final int MOST = 2;
    private static final Reason TWICE =
            new Reason("case.reopened-twice", "phiếu đã mở lại hai lần / it was reopened twice");

    private final Complaints complaints;
    private final ErasedWords erased;
    private final Verifiers verifiers;
    private final Units units;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final int days;

    @Inject
    Reopening(
            Complaints complaints,
            ErasedWords erased,
            Verifiers verifiers,
            Units units,
            Categories categories,
            Facts facts,
            WorkCalendars calendars,
            Clock clock) {
        this.complaints = complaints;
        this.erased = erased;
        this.verifiers = verifiers;
        this.units = units;
        this.facts = facts;
        this.calendar = calendars.national();
        this.clock = clock;
        this.days = categories.other().answerDays();
    }

    /** Why not once more. */
    Optional<Reason> refusal(Complaint complaint) {
        return Refusals.unless(complaint.level() < MOST, TWICE)
                .or(() -> Refusals.unless(!erased.isErased(complaint), Refusals.ERASED));
    }

    boolean mayStill(Complaint complaint) {
        return refusal(complaint).isEmpty();
    }

    /** The new deadline. */
    LocalDate reopen(Complaint complaint, String actor) {
        return reopen(complaint, complaint.unit(), actor);
    }

    /** The same of a case whose answer another office gave; empty for the desk. */
    LocalDate reopen(Complaint complaint, Optional<UnitCode> answeredBy, String actor) {
        LocalDate today = calendar.dayOf(clock.instant());
        LocalDate due = calendar.plusWorkingDays(today, days);
        answeredBy.ifPresent(unit -> verifiers.reject(complaint, unit));
        Optional<Office> above = answeredBy
                .flatMap(unit -> verifiers.above(complaint, unit))
                .map(unit -> new Office(unit, units.name(unit)));
        complaints.move(
                complaint, new Step(State.MO_LAI, above, Optional.of(due), complaint.level() + 1, actor, "reopen"));
        if (above.isEmpty() && complaint.unit().isPresent()) {
            toTheDesk(complaint, actor);
        }
        facts.tell(new ComplaintMoved(
                complaint.ticket(),
                ComplaintMoved.Move.REOPENED,
                complaint.phone(),
                above.map(Office::name),
                today,
                due,
                complaint.secret()));
        return due;
    }

    private void toTheDesk(Complaint complaint, String actor) {
        complaints
                .find(complaint.ticket())
                .ifPresent(open -> complaints.handBack(open, Step.to(State.MO_LAI, open, actor, "reopen-at-desk")));
    }
}
