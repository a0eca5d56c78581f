package vn.mscore.hotline.survey.calls;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.citizen.ContactPolicy.Verdict;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Guest;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Open;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.Dialer;

/** Orders the calls that are due, a few at a time, and decides by what came of each whether there is another. */
@Singleton
public class PlaceSurveyCalls implements Job {
    private static final String FLOW = "survey";

    private final SqlSurveyCalls calls;
    private final Dialer dialer;
    private final ContactPolicy policy;
    private final RecordScore scores;
    private final InTransaction transaction;
    private final WorkCalendar calendar;
    private final SurveyPlan plan;
    private final Clock clock;
    private final boolean afterReturn;
    private final int atOnce;

    /** Joined by CDI. */
    @Inject
    PlaceSurveyCalls(
            SqlSurveyCalls calls,
            Dialer dialer,
            ContactPolicy policy,
            RecordScore scores,
            InTransaction transaction,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.calls = calls;
        this.dialer = dialer;
        this.policy = policy;
        this.scores = scores;
        this.transaction = transaction;
        this.calendar = calendars.national();
        this.plan = new SurveyPlan(calendar);
        this.clock = clock;
        this.afterReturn = settings.flag("hotline.survey.calls", false);
        this.atOnce = settings.number("hotline.survey.calls.atOnce", 2, 1, 100);
    }

    void returned(@Observes DossierChanged fact) {
        if (afterReturn && fact.what() == DossierChanged.What.RETURNED) {
            Instant now = clock.instant();
            fact.phone()
                    .ifPresent(phone -> calls.note(
                            new Guest(fact.code(), phone, fact.office()), plan.first(now), plan.last(now), now));
        }
    }

    @Override
    public String name() {
        return "survey.place-calls";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int run() {
        int room = atOnce - transaction.call(calls::underWay);
        List<Long> due = room > 0 ? transaction.call(() -> calls.due(clock.instant(), room)) : List.of();
        due.forEach(id -> transaction.run(() -> calls.take(id).ifPresent(this::place)));
        return due.size();
    }

    private void place(Open survey) {
        Instant now = clock.instant();
        Guest guest = survey.guest();
        if (scores.hasScored(guest.phone(), guest.dossier())
                && calls.answers(survey.id()).isEmpty()) {
            calls.over(survey, survey.tries(), SurveyEnd.SCORED, now);
        } else if (calendar.dayOf(now).isAfter(survey.until())) {
            calls.over(survey, survey.tries(), SurveyEnd.EXPIRED, now);
        } else {
            Verdict verdict = policy.mayRing(guest.phone(), Purpose.SURVEY, now);
            if (verdict.allowed()) {
                ring(survey, now);
            } else {
                verdict.from()
                        .ifPresentOrElse(
                                from -> calls.again(survey, survey.tries(), from),
                                () -> calls.over(survey, survey.tries(), SurveyEnd.REFUSED, now));
            }
        }
    }

    private void ring(Open survey, Instant now) {
        String reference = FLOW + "-" + survey.id() + "-" + (survey.attempts() + 1);
        Optional<Reason> refused = dialer.ring(survey.guest().phone(), FLOW, reference, policy.ringsUntil(now));
        if (refused.isEmpty()) {
            calls.ring(survey, reference);
        } else if (refused.get().code().equals("voice.number-not-allowed")) {
            calls.over(survey, survey.tries(), SurveyEnd.WRONG_NUMBER, now);
        } else {
            calls.again(survey, survey.tries(), plan.soon(now));
        }
    }

    void settled(@Observes CallSettled fact) {
        calls.calling(fact.reference()).ifPresent(survey -> settle(survey, fact.result()));
    }

    private void settle(Open survey, Result result) {
        Instant now = clock.instant();
        if (result == Result.FAILED || result == Result.EXPIRED) {
            calls.again(survey, survey.tries(), plan.soon(now));
            return;
        }
        int tries = survey.tries() + 1;
        SurveyEnd end = survey.said().orElseGet(() -> SurveyPlan.endOf(result, calls.answers(survey.id())));
        if (comesAgain(end) && tries < SurveyPlan.TRIES) {
            calls.again(survey, tries, plan.next(tries, now));
        } else {
            calls.over(survey, tries, end, now);
        }
    }

    private static boolean comesAgain(SurveyEnd end) {
        return switch (end) {
            case BUSY, NO_ANSWER, WRONG_NUMBER, CALL_LATER -> true;
            case COMPLETE, PARTIAL, REFUSED, NOT_APPLICANT, SCORED, EXPIRED -> false;
        };
    }
}
