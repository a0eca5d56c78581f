package vn.mscore.hotline.complaint.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.PetitionBooked;
import vn.mscore.hotline.complaint.PetitionNotAccepted;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.clock.Courses;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.complaint.life.Reach;
import vn.mscore.hotline.complaint.life.Refusals;
import vn.mscore.hotline.complaint.life.Written;
import vn.mscore.hotline.complaint.petition.SqlPetitions.Row;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Units;

/** What the desk does for a khiếu nại. */
@Singleton
public class PetitionDesk implements Petitions {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Reason UNKNOWN =
            new Reason("petition.unknown", "Không có khiếu nại này. / There is no such complaint.");
    private static final Reason ORDER = new Reason(
            "petition.order",
            "Bước trước chưa xong hoặc bước này đã xong. / A step before is missing, or this is done.");
    private static final Reason DAY = new Reason("petition.day", "Ngày không hợp lệ. / This day cannot be.");
    private static final Reason HOURS = new Reason(
            "petition.hours",
            "Ngoài giờ làm việc của nơi hẹn: chọn ngày làm việc, trong giờ hành chính."
                    + " / Outside the office hours of that place: choose a working day and hour.");
    private static final Reason GROUND = new Reason(
            "petition.ground", "Chọn căn cứ của Luật Khiếu nại, Điều 11. / Choose a ground of the law, art. 11.");
    private static final Reason UNIT = new Reason("complaint.unit", "Không có đơn vị này. / There is no such office.");

    private final Complaints complaints;
    private final Reach reach;
    private final SqlPetitions petitions;
    private final PetitionTerms terms;
    private final Grounds grounds;
    private final Units units;
    private final Facts facts;
    private final Clock clock;
    private final AuditTrail audit;
    private final Impartial impartial;
    private final WorkCalendars calendars;
    private final Written written;
    private final Courses courses;

    /** Joined by CDI. */
    @Inject
    PetitionDesk(
            Complaints complaints,
            Reach reach,
            SqlPetitions petitions,
            PetitionTerms terms,
            Grounds grounds,
            Units units,
            Facts facts,
            Clock clock,
            AuditTrail audit,
            Impartial impartial,
            WorkCalendars calendars,
            Written written,
            Courses courses) {
        this.written = written;
        this.courses = courses;
        this.complaints = complaints;
        this.reach = reach;
        this.petitions = petitions;
        this.terms = terms;
        this.grounds = grounds;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
        this.audit = audit;
        this.impartial = impartial;
        this.calendars = calendars;
    }

    private Optional<Complaint> find(Viewer viewer, TicketNumber ticket) {
        boolean seen = viewer.is(Role.OPERATOR) && reach.covers(viewer, ticket);
        return (seen ? complaints.find(ticket) : Optional.<Complaint>empty())
                .filter(complaint -> !complaint.secret())
                .filter(complaint -> complaint.kind() == ComplaintKind.COMPLAINT);
    }

    private Optional<Reason> with(Grip grip, Function<Complaint, Optional<Reason>> work) {
        return find(grip.viewer(), grip.ticket())
                .map(complaint -> impartial
                        .against(grip.viewer(), Matter.of(complaint), "petition")
                        .or(() -> complaint.version() == grip.version()
                                ? work.apply(complaint)
                                : Optional.of(Refusals.MOVED_ON)))
                .orElse(Optional.of(UNKNOWN));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    @Override
    public Optional<Petition> of(Viewer viewer, TicketNumber ticket) {
        return find(viewer, ticket)
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
        return with(grip, complaint -> {
            if (guidance.learnedOn().filter(today()::isBefore).isPresent()) {
                return Optional.of(DAY);
            }
            Row row = petitions.of(complaint.id());
            if (row.acceptance().isPresent()) {
                return Optional.of(ORDER);
            }
            if (!row.guidance().equals(guidance)) {
                note(grip.viewer(), complaint, before(row.guidance()));
            }
            petitions.guided(complaint.id(), today(), guidance);
            return done(grip.viewer(), complaint, "", "petition.guided");
        });
    }

    @Override
    public Optional<Reason> book(Grip grip, Appointment appointment) {
        return with(grip, complaint -> {
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
                    .ifPresent(one -> note(grip.viewer(), complaint, before(one)));
            petitions.book(complaint.id(), appointment);
            tell(complaint, appointment);
            return done(grip.viewer(), complaint, "", "petition.booked");
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

    @Override
    public Optional<Reason> paper(Grip grip, LocalDate on) {
        return with(grip, complaint -> {
            if (on.isAfter(today()) || on.isBefore(complaint.registeredOn())) {
                return Optional.of(DAY);
            }
            Row row = petitions.of(complaint.id());
            if (row.underReview()) {
                return Optional.of(ORDER);
            }
            if (row.refusal().filter(refusal -> on.isBefore(refusal.on())).isPresent()) {
                return Optional.of(DAY);
            }
            row.refusal().ifPresent(refusal -> keep(grip.viewer(), complaint, refusal));
            petitions.paper(complaint.id(), on, terms.acceptBy(on));
            return done(grip.viewer(), complaint, "", "petition.paper");
        });
    }

    /** The refusal of the paper before stays readable among the notes of the case. */
    private void keep(Viewer viewer, Complaint complaint, Refusal refusal) {
        String ground =
                grounds.find(refusal.ground()).map(PetitionDesk::inShort).orElse(refusal.ground());
        note(
                viewer,
                complaint,
                "Đơn trước không được thụ lý ngày " + DAYS.format(refusal.on()) + ": " + ground + ". "
                        + refusal.more());
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

    /** Says it among the notes of the case, unless it says nothing. */
    private void note(Viewer viewer, Complaint complaint, String words) {
        if (!words.isBlank()) {
            written.add(new Held(CaseCommand.NOTE, viewer, complaint, complaint.state()), Kind.NOTE, words.strip());
        }
    }

    private static String inShort(Ground ground) {
        return ground.inShort() + " (" + ground.law() + ")";
    }

    @Override
    public Optional<Reason> accepted(Grip grip, Acceptance acceptance) {
        return with(grip, complaint -> {
            Row row = petitions.of(complaint.id());
            Optional<Reason> early = undecided(row, acceptance.on());
            if (early.isPresent()) {
                return early;
            }
            petitions.accepted(complaint.id(), acceptance, terms.settleBy(acceptance));
            return done(grip.viewer(), complaint, "", "petition.accepted");
        });
    }

    /** Decided once, between the day of the paper and today. */
    private Optional<Reason> undecided(Row row, LocalDate on) {
        boolean open = row.paperOn().isPresent()
                && row.acceptance().isEmpty()
                && row.refusal().isEmpty();
        if (!open) {
            return Optional.of(ORDER);
        }
        boolean possible = !on.isBefore(row.paperOn().get()) && !on.isAfter(today());
        return possible ? Optional.empty() : Optional.of(DAY);
    }

    @Override
    public List<Ground> grounds() {
        return grounds.all();
    }

    @Override
    public Optional<Reason> notAccepted(Grip grip, Refusal refusal) {
        return with(grip, complaint -> {
            Optional<Reason> early = undecided(petitions.of(complaint.id()), refusal.on());
            Optional<Ground> ground = grounds.find(refusal.ground());
            if (early.isPresent() || ground.isEmpty()) {
                return early.or(() -> Optional.of(GROUND));
            }
            petitions.refused(complaint.id(), refusal);
            courses.promiseAnew(complaint, refusal.on().atStartOfDay(VIETNAM).toInstant());
            String words = inShort(ground.get());
            complaint.phone().ifPresent(phone -> facts.tell(new PetitionNotAccepted(complaint.ticket(), phone, words)));
            return done(grip.viewer(), complaint, refusal.ground(), "petition.refused");
        });
    }

    private Optional<Reason> done(Viewer viewer, Complaint complaint, String why, String deed) {
        complaints.log(complaint, viewer.login(), deed);
        audit.note(viewer, deed, complaint.ticket().digits(), why);
        return Optional.empty();
    }
}
