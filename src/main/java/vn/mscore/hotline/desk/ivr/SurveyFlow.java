package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.survey.RecordAnswer;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.SurveyQuestion;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.survey.Surveys.Talk;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;

/** The call that asks about a service received (domain 5.6); every answer is kept as soon as it is given. */
@Singleton
public class SurveyFlow implements CallFlow {
    private final Walk walk;
    private final KnownVoice voices;
    private final Surveys surveys;
    private final RecordAnswer answers;
    private final Words words;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    SurveyFlow(
            Walk walk,
            KnownVoice voices,
            Surveys surveys,
            RecordAnswer answers,
            Words words,
            InTransaction transaction) {
        this.walk = walk;
        this.voices = voices;
        this.surveys = surveys;
        this.answers = answers;
        this.words = words;
        this.transaction = transaction;
    }

    /** Where words go. */
    @Singleton
    static class Words {
        private final TakingWords taking;
        private final MoneyReport money;

        @Inject
        Words(TakingWords taking, MoneyReport money) {
            this.taking = taking;
            this.money = money;
        }
    }

    /** One survey under way. {@code paid}: the answer that belongs to the sealed lane was given. */
    private record Course(String reference, Talk talk, boolean paid) {
        private Optional<Integer> before(SurveyQuestion question) {
            return Optional.ofNullable(talk.answers().get(question));
        }
    }

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public void run(Call call) {
        walk.walk(call, this::greet);
    }

    private Step greet(Dialogue talk) {
        voices.recall(talk);
        Optional<Talk> open = talk.reference().flatMap(reference -> transaction.call(() -> surveys.talk(reference)));
        return open.map(about -> greet(new Course(talk.reference().orElseThrow(), about, toldBefore(about))))
                .orElse(Step.END);
    }

    private static boolean toldBefore(Talk about) {
        return about.answers().entrySet().stream().anyMatch(answer -> tellsOfMoney(answer.getKey(), answer.getValue()));
    }

    private Step greet(Course course) {
        return Question.of(List.of(
                        Said.of("khao-sat-chao", "noi", course.talk().office().full())))
                .on("1", talk -> {
                    transaction.run(() -> surveys.agreed(course.reference()));
                    return askMark(course);
                })
                .on("2", talk -> end(talk, course, SurveyEnd.CALL_LATER, "khao-sat-goi-lai"))
                .on("3", talk -> end(talk, course, SurveyEnd.REFUSED, "khao-sat-tu-choi"))
                .on("4", talk -> end(talk, course, SurveyEnd.NOT_APPLICANT, "khao-sat-nham-nguoi"))
                .back(talk -> greet(course))
                .lost(Step.END);
    }

    private Step end(Dialogue talk, Course course, SurveyEnd end, String farewell) {
        transaction.run(() -> surveys.end(course.reference(), end));
        talk.say(Said.of(farewell));
        return Step.END;
    }

    private Step askMark(Course course) {
        return course.before(SurveyQuestion.SCORE)
                .map(points -> askVisits(course, points))
                .orElseGet(() -> asked(
                        MarkQuestions.mark(kept(course, SurveyQuestion.SCORE, points -> askVisits(course, points))),
                        Step.END));
    }

    private Step askVisits(Course course, int points) {
        Step next = talk -> askClarity(course, points);
        return asked(
                course,
                SurveyQuestion.VISITS,
                MarkQuestions.visits(kept(course, SurveyQuestion.VISITS, visits -> next)),
                next);
    }

    private Step askClarity(Course course, int points) {
        Step next = talk -> points <= MarkQuestions.LOW ? askReason(course) : askMoney(course);
        return asked(
                course,
                SurveyQuestion.CLARITY,
                MarkQuestions.clarity(kept(course, SurveyQuestion.CLARITY, clear -> next)),
                next);
    }

    private Step askReason(Course course) {
        return asked(
                course,
                SurveyQuestion.REASON,
                MarkQuestions.reason(kept(
                        course,
                        SurveyQuestion.REASON,
                        reason -> reason == MarkQuestions.MONEY_REASON ? paid(course) : askMoney(course))),
                talk -> askMoney(course));
    }

    private Step askMoney(Course course) {
        return asked(
                course,
                SurveyQuestion.MONEY,
                MarkQuestions.money(kept(
                        course,
                        SurveyQuestion.MONEY,
                        paid -> paid == MarkQuestions.MONEY_YES ? paid(course) : remark(course))),
                talk -> remark(course));
    }

    /** What was told of money is sealed with the answer itself: nothing comes between the two. */
    private static boolean tellsOfMoney(SurveyQuestion question, int answer) {
        return question == SurveyQuestion.REASON && answer == MarkQuestions.MONEY_REASON
                || question == SurveyQuestion.MONEY && answer == MarkQuestions.MONEY_YES;
    }

    private Step paid(Course course) {
        return remark(new Course(course.reference(), course.talk(), true));
    }

    private Step remark(Course course) {
        Step thanks = talk -> end(talk, course, SurveyEnd.COMPLETE, "khao-sat-cam-on");
        Errand errand = MoneyReport.remark(course.talk().dossier(), course.paid());
        return words.taking.take(errand, Said.of("gop-y-ghi-am"), (registered, next) -> thanks, thanks);
    }

    /** An answer given is kept before the next question is asked; of a survey that is over nothing more is asked. */
    private IntFunction<Step> kept(Course course, SurveyQuestion question, IntFunction<Step> next) {
        return answer -> talk -> {
            boolean over = transaction.insist(() -> keep(talk, course, question, answer));
            return over ? Step.END : next.apply(answer);
        };
    }

    /** Keeps an answer; true when the survey is over and takes none. */
    private boolean keep(Dialogue talk, Course course, SurveyQuestion question, int answer) {
        boolean over = answers.record(course.reference(), question, answer)
                .filter(reason -> reason.code().equals("survey.over"))
                .isPresent();
        if (!over && tellsOfMoney(question, answer)) {
            words.money.keep(talk, course.talk().dossier());
        }
        return over;
    }

    private static Step asked(Course course, SurveyQuestion about, Question question, Step next) {
        return course.before(about).isPresent() ? next : asked(question, next);
    }

    /** In a survey nothing leads back, and silence leads to the next question. */
    private static Step asked(Question question, Step silent) {
        return question.back(question).lost(silent);
    }
}
