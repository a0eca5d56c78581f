package vn.mscore.hotline.complaint;

import java.time.LocalDate;

/** The apology for a late dossier (NĐ 61/2018 art. 19.9): before its day, with a reason and one new appointment. */
public interface Apologize {
    /**
     * Apologises for the dossier a case is about: its applicant is told by T06, its date is moved. Refusals:
     * {@code dossier.none}, {@code dossier.reappointed} (a second time), {@code dossier.too-late} (on or after the day),
     * {@code dossier.final}, {@code dossier.day} (the new day is not later, or no working day),
     * {@code dossier.other-office} for officers and leaders who answer neither for the receiving office nor for one of an
     * open step.
     */
    Decision apologize(Grip grip, LocalDate newDay, String reason);
}
