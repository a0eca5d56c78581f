package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.GivenAnswers;

/**
 * How long an answered case waits for the verdict of its citizen: ten working days (R7) from the day he was asked. A text asks
 * with the answer; who gets none is asked by who reads it to him, or at the key.
 */
@Singleton
class Closing {
    private static final int WORKING_DAYS = 10;
    private static final Duration LEAST = Duration.ofHours(72);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AnswerTexts texts;
    private final GivenAnswers answers;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Inject
    Closing(AnswerTexts texts, GivenAnswers answers, WorkCalendars calendars, Clock clock) {
        this.texts = texts;
        this.answers = answers;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    /** No case that was answered later is over by now. */
    LocalDate latestAnswer() {
        return today().minusDays(WORKING_DAYS + 1);
    }

    /** The deed that ends it now, empty to wait: urgent ones wait for a person, sealed ones for two. */
    Optional<String> over(Complaint complaint) {
        if (complaint.urgent() || complaint.secret()) {
            return Optional.empty();
        }
        return isSilent(complaint)
                ? Optional.of("no-reply")
                : Optional.of("not-reached").filter(deed -> isOutOfReach(complaint));
    }

    /** He was asked ten working days ago, and did not reply. */
    boolean isSilent(Complaint complaint) {
        return complaint.state() == State.DA_TRA_LOI && isLongAgo(askedOn(complaint));
    }

    private Optional<LocalDate> askedOn(Complaint complaint) {
        return hasTexts(complaint) ? complaint.answeredOn() : answers.heardOn(complaint);
    }

    /** Answered ten working days ago, nobody could ask him, and nobody will: what comes of a call still counts. */
    private boolean isOutOfReach(Complaint complaint) {
        return complaint.state() == State.DA_TRA_LOI
                && isLongAgo(complaint.answeredOn())
                && askedOn(complaint).isEmpty()
                && !texts.isCalled(complaint.ticket());
    }

    private boolean hasTexts(Complaint complaint) {
        return complaint.phone().filter(texts::reaches).isPresent();
    }

    private boolean isLongAgo(Optional<LocalDate> day) {
        return day.filter(from -> calendar.workingDaysBetween(from, today()) > WORKING_DAYS)
                .isPresent();
    }

    /** From now to the end of the last day before it is closed, at least three days. */
    Duration left(LocalDate answeredOn) {
        LocalDate over = calendar.plusWorkingDays(answeredOn, WORKING_DAYS + 1);
        Duration left = Duration.between(clock.instant(), over.atStartOfDay(VIETNAM));
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }
}
