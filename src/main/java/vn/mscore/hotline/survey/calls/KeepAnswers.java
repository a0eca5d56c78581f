package vn.mscore.hotline.survey.calls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.RecordAnswer;
import vn.mscore.hotline.survey.SurveyQuestion;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Guest;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Open;

/** Answers as they are given; marks and their reasons are scores too. */
@Singleton
public class KeepAnswers implements RecordAnswer {
    private final SqlSurveyCalls calls;
    private final RecordScore scores;
    private final Clock clock;

    /** Writes to {@code calls} and {@code scores}. */
    @Inject
    KeepAnswers(SqlSurveyCalls calls, RecordScore scores, Clock clock) {
        this.calls = calls;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> record(String reference, SurveyQuestion question, int answer) {
        Optional<Open> survey = calls.calling(reference);
        if (survey.isEmpty()) {
            return Optional.of(new Reason("survey.over", "this survey is over or unknown"));
        }
        if (!question.takes(answer)) {
            return Optional.of(new Reason("survey.range", "not an answer of this question"));
        }
        Optional<Reason> refused = score(survey.get().guest(), question, answer);
        if (refused.isEmpty()) {
            calls.answer(survey.get(), question, answer, clock.instant());
        }
        return refused;
    }

    private Optional<Reason> score(Guest guest, SurveyQuestion question, int answer) {
        if (question == SurveyQuestion.REASON) {
            scores.reason(guest.phone(), guest.dossier(), answer);
        }
        return question == SurveyQuestion.SCORE
                ? scores.record(new NewScore(
                                guest.phone(),
                                guest.dossier(),
                                answer,
                                RecordScore.Channel.IVR,
                                RecordScore.Proof.REGISTERED_PHONE))
                        .refused()
                : Optional.empty();
    }
}
