package vn.mscore.hotline.complaint.petition;

import static vn.mscore.hotline.complaint.petition.PetitionDoor.DAY;
import static vn.mscore.hotline.complaint.petition.PetitionDoor.ORDER;
import static vn.mscore.hotline.complaint.petition.PetitionDoor.VIETNAM;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.PetitionNotAccepted;
import vn.mscore.hotline.complaint.PetitionReconsidered;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Correction;
import vn.mscore.hotline.complaint.Petitions.Ground;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.complaint.clock.Courses;
import vn.mscore.hotline.complaint.life.ErasedWords;
import vn.mscore.hotline.complaint.life.Refusals;
import vn.mscore.hotline.complaint.life.Waiting;
import vn.mscore.hotline.complaint.petition.SqlPetitions.Row;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Reason;

/** What the desk does with the signed paper of a khiếu nại. */
@Singleton
class PaperDesk {
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Reason GROUND = new Reason(
            "petition.ground", "Chọn căn cứ của Luật Khiếu nại, Điều 11. / Choose a ground of the law, art. 11.");
    private static final Reason MERGED = new Reason(
            "petition.merged",
            "Phiếu đã gộp vào phiếu khác: ghi đơn ở phiếu đó, hoặc tách phiếu này ra trước."
                    + " / This case is merged: write the paper down in the other one, or take this one out first.");

    private final PetitionDoor door;
    private final SqlPetitions petitions;
    private final PetitionTerms terms;
    private final Grounds grounds;
    private final Courses courses;
    private final Waiting waiting;
    private final ErasedWords erased;
    private final Facts facts;

    @Inject
    PaperDesk(
            PetitionDoor door,
            SqlPetitions petitions,
            PetitionTerms terms,
            Grounds grounds,
            Courses courses,
            Waiting waiting,
            ErasedWords erased,
            Facts facts) {
        this.door = door;
        this.petitions = petitions;
        this.terms = terms;
        this.grounds = grounds;
        this.courses = courses;
        this.waiting = waiting;
        this.erased = erased;
        this.facts = facts;
    }

    Optional<Reason> paper(Grip grip, LocalDate on) {
        return door.with(grip, complaint -> {
            Row row = petitions.of(complaint.id());
            Optional<Reason> hindrance = hindrance(complaint, row, on);
            if (hindrance.isPresent()) {
                return hindrance;
            }
            row.refusal()
                    .ifPresent(refusal -> door.note(grip.viewer(), complaint, "Đơn trước không" + before(refusal)));
            petitions.paper(complaint.id(), on, terms.acceptBy(on));
            return door.alive(grip.viewer(), complaint, "petition.paper");
        });
    }

    private Optional<Reason> hindrance(Complaint complaint, Row row, LocalDate on) {
        if (!possible(on)) {
            return Optional.of(DAY);
        }
        if (row.underReview()) {
            return Optional.of(ORDER);
        }
        if (row.refusal().filter(refusal -> on.isBefore(refusal.on())).isPresent()) {
            return Optional.of(DAY);
        }
        return unavailable(complaint);
    }

    /** A letter may have reached another desk before anybody wrote the case down here: within a year, and not after today. */
    private boolean possible(LocalDate on) {
        return !on.isAfter(door.today()) && !on.isBefore(door.today().minusYears(1));
    }

    private Optional<Reason> unavailable(Complaint complaint) {
        return Refusals.unless(waiting.find(complaint).isEmpty(), Refusals.PENDING)
                .or(() -> Refusals.unless(complaint.state() != State.TRUNG, MERGED))
                .or(() -> Refusals.unless(!erased.isErased(complaint), Refusals.ERASED));
    }

    /** What stays readable among the notes of the case. */
    private String before(Refusal refusal) {
        String ground = grounds.find(refusal.ground()).map(PaperDesk::inShort).orElse(refusal.ground());
        return " được thụ lý ngày " + DAYS.format(refusal.on()) + ": " + ground + ". " + refusal.more();
    }

    private static String inShort(Ground ground) {
        return ground.inShort() + " (" + ground.law() + ")";
    }

    Optional<Reason> accepted(Grip grip, Acceptance acceptance) {
        return door.with(grip, complaint -> {
            Optional<Reason> early = undecided(complaint, acceptance.on());
            if (early.isPresent()) {
                return early;
            }
            petitions.accepted(complaint.id(), acceptance, terms.settleBy(acceptance));
            return door.alive(grip.viewer(), complaint, "petition.accepted");
        });
    }

    /** Decided once, between the day of the paper and today. */
    private Optional<Reason> undecided(Complaint complaint, LocalDate on) {
        Row row = petitions.of(complaint.id());
        boolean open = row.underReview() && row.acceptance().isEmpty();
        if (!open) {
            return Optional.of(ORDER);
        }
        boolean possible = !on.isBefore(row.paperOn().get()) && !on.isAfter(door.today());
        return possible ? unavailable(complaint) : Optional.of(DAY);
    }

    List<Ground> grounds() {
        return grounds.all();
    }

    Optional<Reason> notAccepted(Grip grip, Refusal refusal) {
        return door.with(grip, complaint -> {
            Optional<Reason> early = undecided(complaint, refusal.on());
            Optional<Ground> ground = grounds.find(refusal.ground());
            if (early.isPresent() || ground.isEmpty()) {
                return early.or(() -> Optional.of(GROUND));
            }
            petitions.refused(complaint.id(), refusal);
            courses.promiseAnew(complaint, refusal.on().atStartOfDay(VIETNAM).toInstant());
            String words = inShort(ground.get());
            complaint.phone().ifPresent(phone -> facts.tell(new PetitionNotAccepted(complaint.ticket(), phone, words)));
            return door.done(grip.viewer(), complaint, refusal.ground(), "petition.refused");
        });
    }

    Optional<Reason> corrected(Grip grip, Correction correction) {
        return door.with(grip, complaint -> {
            Row row = petitions.of(complaint.id());
            Optional<Reason> wrong = wrong(complaint, row, correction);
            if (wrong.isPresent()) {
                return wrong;
            }
            door.note(grip.viewer(), complaint, before(row) + " Lý do sửa: " + correction.why());
            LocalDate paper = correction.paper();
            petitions.corrected(complaint.id(), paper, terms.acceptBy(paper));
            correction
                    .accepted()
                    .flatMap(day -> row.acceptance().map(how -> how.as(day)))
                    .ifPresent(how -> petitions.accepted(complaint.id(), how, terms.settleBy(how)));
            return row.acceptance().isPresent()
                    ? door.done(grip.viewer(), complaint, "", "petition.corrected")
                    : door.alive(grip.viewer(), complaint, "petition.corrected");
        });
    }

    Optional<Reason> reconsidered(Grip grip, String why) {
        return door.with(grip, complaint -> {
            Row row = petitions.of(complaint.id());
            Optional<Reason> wrong = Refusals.unless(row.refusal().isPresent(), ORDER)
                    .or(() -> Refusals.words(why))
                    .or(() -> unavailable(complaint));
            if (wrong.isPresent()) {
                return wrong;
            }
            String refused = "Bỏ quyết định không" + before(row.refusal().get()).stripTrailing();
            door.note(grip.viewer(), complaint, refused + " Lý do: " + why);
            LocalDate paper = row.paperOn().orElseThrow();
            petitions.paper(complaint.id(), paper, terms.acceptBy(paper));
            complaint.phone().ifPresent(phone -> facts.tell(new PetitionReconsidered(complaint.ticket(), phone)));
            return door.alive(grip.viewer(), complaint, "petition.reconsidered");
        });
    }

    private Optional<Reason> wrong(Complaint complaint, Row row, Correction correction) {
        boolean stands = row.underReview()
                && row.acceptance().isPresent() == correction.accepted().isPresent();
        LocalDate accepted = correction.accepted().orElseGet(door::today);
        boolean days = possible(correction.paper())
                && !accepted.isBefore(correction.paper())
                && !accepted.isAfter(door.today());
        return Refusals.unless(stands, ORDER)
                .or(() -> Refusals.unless(days, DAY))
                .or(() -> Refusals.words(correction.why()))
                .or(() -> unavailable(complaint));
    }

    /** What stood there before. */
    private static String before(Row row) {
        return "Ngày đã ghi trước đó: nhận đơn "
                + row.paperOn().map(DAYS::format).orElse("") + "."
                + row.acceptance()
                        .map(how -> " Thụ lý " + DAYS.format(how.on()) + ".")
                        .orElse("");
    }
}
