package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.score.RecordScore.Channel;

/** The answer to the question we asked last: what it means depends on the question alone. */
@Singleton
class AnswerCommand implements TextCommand {
    private final CitizenLines lines;
    private final ScoreTaking scores;
    private final DossierAnswers dossiers;
    private final ComplaintAnswers complaints;

    @Inject
    AnswerCommand(CitizenLines lines, ScoreTaking scores, DossierAnswers dossiers, ComplaintAnswers complaints) {
        this.lines = lines;
        this.scores = scores;
        this.dossiers = dossiers;
        this.complaints = complaints;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.ANSWER);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        Question question = caller.open()
                .orElseThrow(() -> new IllegalStateException("an answer without a question"))
                .question();
        int number = order.number().orElse(0);
        return switch (question.kind()) {
            case SURVEY_SCORE -> score(order, question, Channel.SURVEY_SMS, caller);
            case SCORE_POINTS -> score(order, question, Channel.SMS, caller);
            case LOW_SCORE_REASON -> complaints.reason(order, new DossierCode(question.about()), caller);
            case KN_KIND -> complaints.kind(order, question.about(), caller);
            case SATISFIED -> complaints.satisfied(order, question.about(), caller);
            case DID_YOU_MEAN -> didYouMean(number, question, caller);
            case CHOOSE_DOSSIER ->
                choose(number, List.of(question.about().split(" ")), caller)
                        .map(code -> dossiers.about(code, Optional.empty(), caller))
                        .orElseGet(() -> caller.reply("T22"));
            case CHOOSE_SCORED -> chosenScore(order, question, caller);
            case FEEDBACK_TEXT -> throw new IllegalStateException("content is no answer");
        };
    }

    private Reply score(Order order, Question question, Channel channel, Caller caller) {
        if (order.number().orElse(0) > 0) {
            lines.answered(caller.phone());
        }
        return scores.take(order, new DossierCode(question.about()), channel, caller);
    }

    private Reply didYouMean(int number, Question question, Caller caller) {
        lines.answered(caller.phone());
        return number == 1
                ? dossiers.about(new DossierCode(question.about()), Optional.empty(), caller)
                : caller.reply("T09");
    }

    private Reply chosenScore(Order order, Question question, Caller caller) {
        List<String> about = List.of(question.about().split(" "));
        OptionalInt points = OptionalInt.of(Integer.parseInt(about.get(0)));
        return choose(order.number().orElse(0), about.subList(1, about.size()), caller)
                .map(code -> scores.take(order.withNumber(points), code, Channel.SMS, caller))
                .orElseGet(() -> caller.reply("T22"));
    }

    private Optional<DossierCode> choose(int number, List<String> codes, Caller caller) {
        if (number < 1 || number > codes.size()) {
            return Optional.empty();
        }
        lines.answered(caller.phone());
        return Optional.of(new DossierCode(codes.get(number - 1)));
    }
}
