package vn.mscore.hotline.survey.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.SurveyQuestion;
import vn.mscore.hotline.voice.CallSettled.Result;

/** When to try again and when to stop (R16: one call a day, three tries). Pure. */
final class SurveyPlan {
    /** Tries that rang the person. */
    static final int TRIES = 3;

    /** After the text's three days, domain 5.6. */
    private static final int FIRST_DAY = 3;

    private static final int LAST_DAY = 10;

    /** "Had to pay": what the last question would ask. */
    private static final int MONEY_REASON = 4;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int HOURS_LATER = 3;
    private static final Duration SOON = Duration.ofHours(1);
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final WorkCalendar calendar;

    SurveyPlan(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** When somebody whose result was returned at {@code at} is called first. */
    Instant first(Instant at) {
        return morning(calendar.plusWorkingDays(calendar.dayOf(at), FIRST_DAY), 0);
    }

    /** The last day on which somebody asked for at {@code at} is called. */
    LocalDate last(Instant at) {
        return calendar.plusWorkingDays(calendar.dayOf(at), LAST_DAY);
    }

    /** The next try after {@code tries}: the next working day, each time three hours later in the day. */
    Instant next(int tries, Instant at) {
        return morning(calendar.plusWorkingDays(calendar.dayOf(at), 1), tries);
    }

    private static Instant morning(LocalDate day, int tries) {
        return day.atTime(MORNING.plusHours((long) HOURS_LATER * tries)).toInstant(VIETNAM);
    }

    /** When the exchange could not ring at {@code at}: soon again. */
    Instant soon(Instant at) {
        return at.plus(SOON);
    }

    /** What it stays when the last try came to {@code result} and no more was said than {@code answers}. */
    static SurveyEnd endOf(Result result, Map<SurveyQuestion, Integer> answers) {
        return switch (result) {
            case BUSY -> SurveyEnd.BUSY;
            case NO_ANSWER -> SurveyEnd.NO_ANSWER;
            case UNREACHABLE -> SurveyEnd.WRONG_NUMBER;
            case ANSWERED -> isWhole(answers) ? SurveyEnd.COMPLETE : SurveyEnd.PARTIAL;
            case FAILED, EXPIRED -> SurveyEnd.EXPIRED;
        };
    }

    /** Behind the last question only words are asked for, and who has none is asked to hang up. */
    private static boolean isWhole(Map<SurveyQuestion, Integer> answers) {
        return answers.containsKey(SurveyQuestion.MONEY)
                || answers.getOrDefault(SurveyQuestion.REASON, 0) == MONEY_REASON;
    }
}
