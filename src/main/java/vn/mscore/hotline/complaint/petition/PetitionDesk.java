package vn.mscore.hotline.complaint.petition;

import static vn.mscore.hotline.complaint.petition.PetitionDoor.DAY;
import static vn.mscore.hotline.complaint.petition.PetitionDoor.ORDER;
import static vn.mscore.hotline.complaint.petition.PetitionDoor.VIETNAM;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.PetitionBooked;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.petition.SqlPetitions.Row;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Units;

/** What the desk does for a khiếu nại. */
@Singleton
public class PetitionDesk implements Petitions {
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Reason HOURS = new Reason(
            "petition.hours",
            "Ngoài giờ làm việc của nơi hẹn: chọn ngày làm việc, trong giờ hành chính."
                    + " / Outside the office hours of that place: choose a working day and hour.");
    private static final Reason UNIT = new Reason("complaint.unit", "Không có đơn vị này. / There is no such office.");

    private final PetitionDoor door;
    private final PaperDesk papers;
    private final SqlPetitions petitions;
    private final PetitionTerms terms;
    private final Units units;
    private final Facts facts;
    private final Clock clock;
    private final Impartial impartial;
    private final WorkCalendars calendars;

    /** Joined by CDI. */
    @Inject
    PetitionDesk(
            PetitionDoor door,
            PaperDesk papers,
            SqlPetitions petitions,
            PetitionTerms terms,
            Units units,
            Facts facts,
            Clock clock,
            Impartial impartial,
            WorkCalendars calendars) {
        this.door = door;
        this.papers = papers;
        this.petitions = petitions;
        this.terms = terms;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
        this.impartial = impartial;
        this.calendars = calendars;
    }

    @Override
    public Optional<Petition> of(Viewer viewer, TicketNumber ticket) {
        return door.find(viewer, ticket)
                .filter(complaint -> impartial
                        .against(viewer, Matter.of(complaint), "petition")
                        .isEmpty())
                .map(complaint -> petition(complaint, petitions.of(complaint.id())));
    }

    private Petition petition(Complaint complaint, Row row) {
        return new Petition(
                complaint.ticket(),
                complaint.version(),
                step(row),
                row.guidedOn(),
                row.guidance(),
                row.guidance().learnedOn().map(terms::lastDay),
                row.appointment(),
                row.paperOn(),
                row.paperOn().filter(day -> row.refusal().isEmpty()).map(terms::acceptBy),
                row.acceptance().map(Acceptance::on),
                row.acceptance().map(terms::settleBy),
                row.refusal());
    }

    private static Step step(Row row) {
        if (row.acceptance().isPresent()) {
            return Step.ACCEPTED;
        }
        if (row.refusal().isPresent()) {
            return Step.NOT_ACCEPTED;
        }
        if (row.paperOn().isPresent()) {
            return Step.ON_PAPER;
        }
        Step explained = row.guidedOn().isPresent() ? Step.GUIDED : Step.NEW;
        return row.appointment().isPresent() ? Step.BOOKED : explained;
    }

    @Override
    public Optional<Reason> guided(Grip grip, Guidance guidance) {
        return door.with(grip, complaint -> {
            if (guidance.learnedOn().filter(door.today()::isBefore).isPresent()) {
                return Optional.of(DAY);
            }
            Row row = petitions.of(complaint.id());
            if (row.acceptance().isPresent()) {
                return Optional.of(ORDER);
            }
            if (!row.guidance().equals(guidance)) {
                door.note(grip.viewer(), complaint, before(row.guidance()));
            }
            petitions.guided(complaint.id(), door.today(), guidance);
            return door.done(grip.viewer(), complaint, "", "petition.guided");
        });
    }

    @Override
    public Optional<Reason> book(Grip grip, Appointment appointment) {
        return door.with(grip, complaint -> {
            Instant at =
                    appointment.on().atTime(appointment.at()).atZone(VIETNAM).toInstant();
            if (at.isBefore(clock.instant())) {
                return Optional.of(DAY);
            }
            if (units.find(appointment.place()).isEmpty()) {
                return Optional.of(UNIT);
            }
            if (!calendars.of(appointment.place().value()).isOpen(at)) {
                return Optional.of(HOURS);
            }
            Row row = petitions.of(complaint.id());
            if (row.underReview()) {
                return Optional.of(ORDER);
            }
            row.appointment()
                    .filter(one -> !one.equals(appointment))
                    .ifPresent(one -> door.note(grip.viewer(), complaint, before(one)));
            petitions.book(complaint.id(), appointment);
            tell(complaint, appointment);
            return door.done(grip.viewer(), complaint, "", "petition.booked");
        });
    }

    private void tell(Complaint complaint, Appointment appointment) {
        complaint
                .phone()
                .ifPresent(phone -> facts.tell(new PetitionBooked(
                        complaint.ticket(),
                        phone,
                        units.name(appointment.place()),
                        appointment.on(),
                        appointment.at())));
    }

    /** What stood there before, empty when nothing did. */
    private static String before(Guidance guidance) {
        String learned = guidance.learnedOn()
                .map(day -> " biết quyết định ngày " + DAYS.format(day) + ".")
                .orElse("");
        String decision = guidance.decision().isBlank() ? "" : " " + guidance.decision();
        return learned.isEmpty() && decision.isEmpty() ? "" : "Hướng dẫn đã ghi trước đó:" + learned + decision;
    }

    private String before(Appointment appointment) {
        return "Lịch hẹn trước đó: " + appointment.at() + " ngày " + DAYS.format(appointment.on()) + ", "
                + units.name(appointment.place()).full() + ".";
    }

    @Override
    public Optional<Reason> paper(Grip grip, LocalDate on) {
        return papers.paper(grip, on);
    }

    @Override
    public Optional<Reason> accepted(Grip grip, Acceptance acceptance) {
        return papers.accepted(grip, acceptance);
    }

    @Override
    public Optional<Reason> notAccepted(Grip grip, Refusal refusal) {
        return papers.notAccepted(grip, refusal);
    }

    @Override
    public Optional<Reason> corrected(Grip grip, Correction correction) {
        return papers.corrected(grip, correction);
    }

    @Override
    public Optional<Reason> reconsidered(Grip grip, String why) {
        return papers.reconsidered(grip, why);
    }

    @Override
    public List<Ground> grounds() {
        return papers.grounds();
    }
}
