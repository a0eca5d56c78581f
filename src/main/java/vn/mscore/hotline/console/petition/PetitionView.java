package vn.mscore.hotline.console.petition;

import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Petition;
import vn.mscore.hotline.console.Shown;

/**
 * A khiếu nại as its page shows it; what is absent is an empty text.
 *
 * @param learned ISO, as the field of a form wants it; so are {@code paperDay} and {@code acceptedDay}
 * @param learnedOn the same as people write it
 */
@Vetoed
public record PetitionView(
        String ticket,
        int version,
        String step,
        String guided,
        String learned,
        String learnedOn,
        String decision,
        String lastDay,
        long daysLeft,
        String meeting,
        String place,
        String paper,
        String paperDay,
        String acceptBy,
        String acceptedDay,
        String settleBy,
        String refusedOn,
        String ground,
        String more) {
    static PetitionView of(Petition petition, LocalDate today, String place) {
        return new PetitionView(
                petition.ticket().digits(),
                petition.version(),
                petition.step().name(),
                day(petition.guidedOn()),
                iso(petition.guidance().learnedOn()),
                day(petition.guidance().learnedOn()),
                petition.guidance().decision(),
                day(petition.lastDay()),
                petition.lastDay()
                        .map(last -> ChronoUnit.DAYS.between(today, last))
                        .orElse(0L),
                petition.appointment().map(PetitionView::hour).orElse(""),
                place,
                day(petition.paperOn()),
                iso(petition.paperOn()),
                day(petition.acceptBy()),
                iso(petition.acceptedOn()),
                day(petition.settleBy()),
                day(petition.refusal().map(Petitions.Refusal::on)),
                petition.refusal().map(Petitions.Refusal::ground).orElse(""),
                petition.refusal().map(Petitions.Refusal::more).orElse(""));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Shown::day).orElse("");
    }

    private static String iso(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String hour(Appointment appointment) {
        return appointment.at() + " " + Shown.day(appointment.on());
    }
}
