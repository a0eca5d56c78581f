package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.Triage;

/** What is promised and by when: working days from the day after receipt, by the table of categories. */
@Singleton
class Clocks {
    private static final String KHIEU_NAI = "KNAI";

    private final Categories categories;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Inject
    Clocks(Categories categories, WorkCalendars calendars, Clock clock) {
        this.categories = categories;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    /** What was seen in the words, with the field the citizen chose by key in the place of one guessed from words. */
    Triage.Suggestion chosen(Optional<String> code, Triage.Suggestion seen) {
        return code.flatMap(categories::byCode)
                .map(category -> new Triage.Suggestion(
                        Optional.of(category),
                        true,
                        seen.secret() || category.secret(),
                        seen.urgent(),
                        seen.named(),
                        seen.why()))
                .orElse(seen);
    }

    /** What it seems to be; of a secret one not even that is written down in clear. */
    Category category(ComplaintKind kind, Triage.Suggestion seen, boolean secret) {
        if (secret) {
            return categories.other();
        }
        return kind == ComplaintKind.COMPLAINT
                ? known(KHIEU_NAI)
                : seen.category().orElseGet(categories::other);
    }

    private String category(ComplaintKind kind, Complaint complaint) {
        if (kind == ComplaintKind.COMPLAINT) {
            return known(KHIEU_NAI).code();
        }
        return complaint.category().equals(KHIEU_NAI) ? categories.other().code() : complaint.category();
    }

    /** The promise for new words: of the suggested category when it is sure, else the law's ten days; no day that is over. */
    LocalDate promise(ComplaintKind kind, Triage.Suggestion seen, LocalDate received) {
        boolean general = kind == ComplaintKind.UNCLASSIFIED
                || kind == ComplaintKind.SUGGESTION_OR_COMPLAINT
                || kind == ComplaintKind.DENUNCIATION
                || seen.secret()
                || kind != ComplaintKind.COMPLAINT && !seen.sure();
        Category category = general ? categories.other() : category(kind, seen, false);
        LocalDate due = calendar.plusWorkingDays(received, category.answerDays());
        return due.isBefore(today()) ? today() : due;
    }

    /**
     * What it is once the citizen said so: guidance for a khiếu nại counts from today, with no pause of what was before; what is
     * none is answered, and keeps the day {@code promised} so far when it was none before.
     */
    Classification chosen(ComplaintKind kind, Complaint complaint, LocalDate promised) {
        Optional<LocalDate> from = kind == ComplaintKind.COMPLAINT ? Optional.of(today()) : Optional.empty();
        LocalDate due = complaint.kind() == ComplaintKind.COMPLAINT
                ? calendar.plusWorkingDays(
                        complaint.registeredOn(), categories.other().answerDays())
                : promised;
        return new Classification(
                kind,
                category(kind, complaint),
                from.map(day -> calendar.plusWorkingDays(day, known(KHIEU_NAI).answerDays()))
                        .orElse(due),
                from,
                false,
                CaseLog.CITIZEN);
    }

    private Category known(String code) {
        return categories.byCode(code).orElseGet(categories::other);
    }
}
