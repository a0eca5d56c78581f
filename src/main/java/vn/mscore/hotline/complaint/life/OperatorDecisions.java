package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.AnswerComplaint;
import vn.mscore.hotline.complaint.AssignComplaint;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.Complaints.Office;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Units;

/** What operators and offices do with a ticket that is not secret. */
@Singleton
public class OperatorDecisions implements AssignComplaint, AnswerComplaint {
    private static final Reason UNKNOWN = new Reason("complaint.unknown", "there is no such ticket");

    private final Complaints complaints;
    private final Categories categories;
    private final Routing routing;
    private final Units units;
    private final DossierLookup dossiers;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    OperatorDecisions(
            Complaints complaints,
            Categories categories,
            Routing routing,
            Units units,
            DossierLookup dossiers,
            Facts facts,
            WorkCalendars calendars,
            Clock clock) {
        this.complaints = complaints;
        this.categories = categories;
        this.routing = routing;
        this.units = units;
        this.dossiers = dossiers;
        this.facts = facts;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public Optional<Reason> assign(Assignment assignment) {
        Optional<Complaint> found = complaints.find(assignment.ticket()).filter(complaint -> !complaint.secret());
        Optional<Category> category = categories.byCode(assignment.category());
        if (found.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        if (category.isEmpty() || assignment.kind() == ComplaintKind.UNCLASSIFIED) {
            return refused("complaint.category", "a ticket is classified under a kind and a category of the table");
        }
        if (category.get().secret() || assignment.kind() == ComplaintKind.DENUNCIATION) {
            complaints.hide(found.get(), "classified as secret by " + assignment.operator());
            return Optional.empty();
        }
        return route(found.get(), category.get(), assignment);
    }

    private Optional<Reason> route(Complaint complaint, Category category, Assignment assignment) {
        if (!complaint.isOpen()) {
            return refused("complaint.closed", "this ticket is closed");
        }
        if (units.find(assignment.unit()).isEmpty()) {
            return refused("complaint.unit", "there is no office with this code");
        }
        Optional<UnitCode> about =
                complaint.about().flatMap(dossiers::scoreSubject).map(ScoreSubject::unit);
        if (!routing.mayVerify(category, about, assignment.unit())) {
            return refused("complaint.own-case", "an office does not verify complaints about its own people");
        }
        LocalDate due = calendar.plusWorkingDays(complaint.registeredOn(), category.answerDays());
        UnitName name = units.name(assignment.unit());
        complaints.classify(complaint, new Classification(assignment.kind(), category.code(), due, true));
        complaints.move(
                complaint,
                new Step(
                        State.DA_CHUYEN,
                        Optional.of(new Office(assignment.unit(), name)),
                        Optional.of(due),
                        complaint.level(),
                        assignment.operator(),
                        "routed"));
        tell(complaint, ComplaintMoved.Move.ROUTED, Optional.of(name), due);
        return Optional.empty();
    }

    @Override
    public Optional<Reason> answer(TicketNumber ticket, String text, String operator) {
        Optional<Complaint> found = complaints.find(ticket).filter(complaint -> !complaint.secret());
        if (found.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        Complaint complaint = found.get();
        State state = complaint.state();
        if (state != State.DA_CHUYEN && state != State.DANG_XU_LY && state != State.MO_LAI) {
            return refused("complaint.not-routed", "this ticket is not with an office");
        }
        complaints.addAnswer(complaint, text, operator);
        complaints.move(complaint, Step.to(State.DA_TRA_LOI, complaint, operator, "answered"));
        tell(complaint, ComplaintMoved.Move.ANSWERED, complaint.unitName(), complaint.due());
        return Optional.empty();
    }

    private void tell(Complaint complaint, ComplaintMoved.Move move, Optional<UnitName> unit, LocalDate due) {
        LocalDate today = calendar.dayOf(clock.instant());
        facts.tell(new ComplaintMoved(complaint.ticket(), move, complaint.phone(), unit, today, due, false));
    }

    private static Optional<Reason> refused(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }
}
