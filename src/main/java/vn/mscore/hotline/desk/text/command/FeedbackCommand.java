package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.desk.text.WordsKept;

/**
 * Feedback, suggestion, complaint, "KN" and denunciation: the words are registered and the ticket's receipt comes from
 * the room notice. A keyword without words asks for them; the next text is the content.
 */
@Singleton
class FeedbackCommand implements TextCommand {
    private static final Duration OPEN = Duration.ofMinutes(30);

    private final WordsKept words;
    private final CitizenLines lines;

    @Inject
    FeedbackCommand(WordsKept words, CitizenLines lines) {
        this.words = words;
        this.lines = lines;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(
                Verb.FEEDBACK,
                Verb.SUGGESTION,
                Verb.COMPLAINT,
                Verb.SUGGESTION_OR_COMPLAINT,
                Verb.DENOUNCE,
                Verb.CONTENT);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        if (order.verb() == Verb.CONTENT) {
            return content(order, caller);
        }
        ComplaintKind kind = WordsKept.kindOf(order.verb());
        if (order.words().codePoints().noneMatch(Character::isLetterOrDigit)) {
            lines.ask(caller.phone(), new Question(Question.Kind.FEEDBACK_TEXT, kind.name()), OPEN);
            return caller.reply("T53");
        }
        return words.keep(kind, order, caller);
    }

    private Reply content(Order order, Caller caller) {
        ComplaintKind kind = caller.open()
                .map(open -> ComplaintKind.valueOf(open.question().about()))
                .orElse(ComplaintKind.UNCLASSIFIED);
        lines.answered(caller.phone());
        return words.keep(kind, order, caller);
    }
}
