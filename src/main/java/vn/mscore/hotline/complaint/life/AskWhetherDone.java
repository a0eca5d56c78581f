package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Two working days after an answer that nobody replied to, asks the citizen once whether it is done; of a merged case too. */
@Singleton
public class AskWhetherDone implements Job {
    private static final int WORKING_DAYS = 2;
    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final GivenAnswers answers;
    private final MergedVerdicts merged;
    private final Deeds deeds;
    private final InTransaction transaction;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    AskWhetherDone(
            Complaints complaints,
            GivenAnswers answers,
            MergedVerdicts merged,
            Deeds deeds,
            InTransaction transaction,
            WorkCalendars calendars,
            Clock clock) {
        this.complaints = complaints;
        this.answers = answers;
        this.merged = merged;
        this.deeds = deeds;
        this.transaction = transaction;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaint.ask-whether-done";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run() {
        LocalDate today = calendar.dayOf(clock.instant());
        LocalDate latest = today.minusDays(WORKING_DAYS);
        List<Long> candidates = transaction.call(() -> complaints.unasked(latest, AT_ONCE));
        List<Long> together = transaction.call(() -> answers.togetherUnasked(latest, AT_ONCE));
        return Stream.concat(candidates.stream(), together.stream())
                .mapToInt(id -> transaction.call(() -> ask(id, today)))
                .sum();
    }

    private int ask(long id, LocalDate today) {
        // Another node may have asked since the list was made.
        Optional<Complaint> due = complaints
                .byId(id)
                .filter(complaint -> isDue(complaint, today))
                .filter(complaint -> complaints.asked(complaint, today))
                .filter(this::isAwaited);
        due.ifPresent(complaint -> {
            complaints.log(complaint, "clock", "asked");
            deeds.tell(new Deeds.Telling(complaint, Move.ASKED, Optional.empty()));
        });
        return due.isPresent() ? 1 : 0;
    }

    /** Who is asked about another of his cases, or about one that is worked on again, counts as asked till the next answer. */
    private boolean isAwaited(Complaint complaint) {
        return complaint.state() == State.DA_TRA_LOI
                || merged.awaitedSince(complaint).isPresent();
    }

    private boolean isDue(Complaint complaint, LocalDate today) {
        Optional<LocalDate> answered =
                complaint.state() == State.DA_TRA_LOI ? complaint.answeredOn() : answers.togetherUnjudged(complaint);
        return !complaint.secret()
                && answered.map(day -> calendar.workingDaysBetween(day, today) >= WORKING_DAYS)
                        .orElse(false);
    }
}
