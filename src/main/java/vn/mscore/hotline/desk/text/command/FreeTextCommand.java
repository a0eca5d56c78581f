package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines.OpenQuestion;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.desk.text.WatchWords;
import vn.mscore.hotline.desk.text.WordsKept;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;

/** What is no command: enough words are kept unclassified, seen by no department; the rest gets help. */
@Singleton
class FreeTextCommand implements TextCommand {
    private static final Set<Question.Kind> MARKS = EnumSet.of(Question.Kind.SURVEY_SCORE, Question.Kind.SCORE_POINTS);

    private final WordsKept words;
    private final WatchWords watch;
    private final Phrases phrases;

    @Inject
    FreeTextCommand(WordsKept words, WatchWords watch, Phrases phrases) {
        this.watch = watch;
        this.words = words;
        this.phrases = phrases;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.FREE, Verb.MIXED, Verb.FOREIGN, Verb.UNKNOWN, Verb.HELP);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        boolean said = order.verb() == Verb.FREE || order.verb() == Verb.UNKNOWN;
        if (said && watch.isGratitude(caller.sms().text())) {
            return Reply.silence("desk.thanks");
        }
        return switch (order.verb()) {
            case FREE -> words.keep(ComplaintKind.UNCLASSIFIED, order, caller);
            case MIXED -> mixed(order, caller);
            case FOREIGN -> {
                words.keep(ComplaintKind.UNCLASSIFIED, order, caller);
                yield caller.reply("T10");
            }
            case HELP -> caller.reply("T10");
            default -> notUnderstood(caller);
        };
    }

    /** Who was asked for a mark is asked for it once more. */
    private static Reply notUnderstood(Caller caller) {
        return caller.open()
                .map(OpenQuestion::question)
                .filter(question -> MARKS.contains(question.kind()))
                .map(question -> caller.reply("T59", Map.of("code", question.about())))
                .orElseGet(() -> caller.reply("T22"));
    }

    private Reply mixed(Order order, Caller caller) {
        String code = order.code()
                .flatMap(CodeReading::code)
                .map(DossierCode::value)
                .orElseGet(() -> phrases.word("code.any", caller.language()));
        Order said = order.saying(order.withoutPin(order.words()));
        return words.keep(ComplaintKind.UNCLASSIFIED, said, caller, caller.reply("T54", Map.of("code", code)));
    }
}
