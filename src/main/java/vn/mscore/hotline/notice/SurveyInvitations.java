package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.citizen.ContactPolicy.Verdict;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierChanged.What;
import vn.mscore.hotline.notice.SurveyList.Guest;
import vn.mscore.hotline.notice.SurveyList.State;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;

/** Asks for a score one to three working days after a result was returned, unless already scored or not wanted. */
@Singleton
public class SurveyInvitations implements Job {
    private static final int FIRST_DAY = 1;
    private static final int LAST_DAY = 3;
    private static final int AT_ONCE = 200;

    private final SurveyList list;
    private final Messenger messenger;
    private final ContactPolicy policy;
    private final CitizenLines lines;
    private final RecordScore scores;
    private final SmsOutbox outbox;
    private final InTransaction transaction;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final boolean wanted;

    /** Joined by CDI. */
    @Inject
    SurveyInvitations(
            SurveyList list,
            Messenger messenger,
            ContactPolicy policy,
            CitizenLines lines,
            RecordScore scores,
            SmsOutbox outbox,
            InTransaction transaction,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.list = list;
        this.messenger = messenger;
        this.policy = policy;
        this.lines = lines;
        this.scores = scores;
        this.outbox = outbox;
        this.transaction = transaction;
        this.calendar = calendars.national();
        this.clock = clock;
        this.wanted = NoticeSettings.from(settings).surveys();
    }

    void returned(@Observes DossierChanged fact) {
        if (wanted && fact.what() == What.RETURNED) {
            LocalDate today = calendar.dayOf(clock.instant());
            fact.phone()
                    .ifPresent(phone -> list.note(
                            new Guest(fact.code(), phone, fact.office()),
                            calendar.plusWorkingDays(today, FIRST_DAY),
                            calendar.plusWorkingDays(today, LAST_DAY)));
        }
    }

    @Override
    public String name() {
        return "notice.survey-invitations";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run() {
        LocalDate today = calendar.dayOf(clock.instant());
        List<Long> waiting = transaction.call(() -> list.waiting(today, AT_ONCE));
        return waiting.stream()
                .mapToInt(id -> transaction.call(() -> settle(id, today)))
                .sum();
    }

    private int settle(long id, LocalDate today) {
        Optional<State> state = list.take(id).map(guest -> list.isLate(id, today) ? State.EXPIRED : invite(guest));
        state.filter(settled -> settled != State.WAITING).ifPresent(settled -> list.settle(id, settled));
        return state.filter(settled -> settled == State.INVITED).isPresent() ? 1 : 0;
    }

    private State invite(Guest guest) {
        Instant now = clock.instant();
        if (scores.hasScored(guest.phone(), guest.code())) {
            return State.SCORED;
        }
        // A survey does not push away a question that the citizen is about to answer.
        if (lines.openQuestion(guest.phone()).isPresent()) {
            return State.WAITING;
        }
        Verdict verdict = policy.mayText(guest.phone(), Purpose.SURVEY, now);
        if (!verdict.allowed()) {
            return verdict.from().isPresent() ? State.WAITING : State.REFUSED;
        }
        return send(guest, now) ? State.INVITED : State.REFUSED;
    }

    private boolean send(Guest guest, Instant now) {
        String text =
                messenger.render("T11", guest.phone(), Map.of("office", messenger.name(guest.office(), guest.phone())));
        boolean queued = outbox.put(OutgoingSms.unasked(guest.phone(), text, OutgoingSms.Kind.SURVEY, now))
                .isEmpty();
        if (queued) {
            messenger.ask(
                    guest.phone(),
                    new Question(Question.Kind.SURVEY_SCORE, guest.code().value()),
                    now);
        }
        return queued;
    }
}
