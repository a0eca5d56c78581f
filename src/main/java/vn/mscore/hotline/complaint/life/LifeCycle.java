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
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Office;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** What a citizen learns of a ticket, and what his verdict on the answer does. */
@Singleton
public class LifeCycle implements ComplaintStatus {
    private static final int MOST_REOPENINGS = 2;

    private final Complaints complaints;
    private final Units units;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final int reopenedDays;

    /** Joined by CDI. */
    @Inject
    LifeCycle(
            Complaints complaints,
            Units units,
            Categories categories,
            Facts facts,
            WorkCalendars calendars,
            Clock clock) {
        this.complaints = complaints;
        this.units = units;
        this.facts = facts;
        this.calendar = calendars.national();
        this.clock = clock;
        this.reopenedDays = categories.other().answerDays();
    }

    @Override
    public Optional<View> of(TicketNumber ticket, PhoneNumber phone) {
        return complaints
                .find(ticket)
                .filter(complaint -> complaint.belongsTo(phone))
                .map(LifeCycle::view);
    }

    private static View view(Complaint complaint) {
        boolean routed = !complaint.secret();
        return new View(
                complaint.ticket(),
                complaint.kind(),
                complaint.state(),
                complaint.registeredOn(),
                complaint.due(),
                complaint.secret(),
                complaint.unitName().filter(name -> routed),
                complaint.routedOn().filter(day -> routed));
    }

    @Override
    public Optional<Satisfaction> satisfied(TicketNumber ticket, PhoneNumber phone, boolean yes) {
        return complaints
                .find(ticket)
                .filter(complaint -> complaint.belongsTo(phone))
                .filter(complaint -> complaint.state() == State.DA_TRA_LOI)
                .map(complaint -> verdict(complaint, yes));
    }

    private Satisfaction verdict(Complaint complaint, boolean yes) {
        if (!yes && complaint.level() < MOST_REOPENINGS) {
            return reopen(complaint);
        }
        String note = yes ? "satisfied" : "not satisfied after two reopenings";
        complaints.move(complaint, Step.to(State.DONG, complaint, "citizen", note));
        return new Satisfaction(false, complaint.due());
    }

    private Satisfaction reopen(Complaint complaint) {
        LocalDate today = calendar.dayOf(clock.instant());
        LocalDate due = calendar.plusWorkingDays(today, reopenedDays);
        Optional<Office> above = complaint
                .unit()
                .flatMap(units::find)
                .flatMap(Unit::parent)
                .map(parent -> new Office(parent, units.name(parent)));
        complaints.move(
                complaint,
                new Step(State.MO_LAI, above, Optional.of(due), complaint.level() + 1, "citizen", "not satisfied"));
        facts.tell(new ComplaintMoved(
                complaint.ticket(),
                ComplaintMoved.Move.REOPENED,
                complaint.phone(),
                above.map(Office::name),
                today,
                due,
                complaint.secret()));
        return new Satisfaction(true, due);
    }
}
