package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.complaint.CompleteComplaint;
import vn.mscore.hotline.complaint.CompleteComplaint.Missing;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LatePart;

/**
 * Parts that came too late (security row 44). They belong to what their text became: the words go to its case, marked, and
 * are not answered, since the text was. Of no case, they are judged by the whole text once more.
 */
@Singleton
class LateParts {
    /** Why a late part gets no answer. */
    static final String ANSWERED = "desk.late-part";

    /** What makes a case of a text, and what no person wrote. */
    private static final Set<Verb> WHOLE = EnumSet.of(
            Verb.FEEDBACK,
            Verb.SUGGESTION,
            Verb.COMPLAINT,
            Verb.SUGGESTION_OR_COMPLAINT,
            Verb.DENOUNCE,
            Verb.MIXED,
            Verb.FREE,
            Verb.FOREIGN,
            Verb.MACHINE);

    private final CompleteComplaint complaints;
    private final Phrases phrases;
    private final Triage triage;

    @Inject
    LateParts(CompleteComplaint complaints, Phrases phrases, Triage triage) {
        this.complaints = complaints;
        this.phrases = phrases;
        this.triage = triage;
    }

    /** Adds a late part to the case of its text; false when it became none. {@code whole} is what the text asks for. */
    boolean join(IncomingSms sms, LatePart late, Order whole) {
        return complaints.complete(new Missing(
                late.earlier().stream().map(id -> "sms:" + id).toList(),
                mark(late) + Words.clean(late.words()),
                late.whole(),
                whole.verb() == Verb.DENOUNCE,
                "sms:" + sms.id() + ":" + sms.line()));
    }

    private String mark(LatePart late) {
        String part = late.number() + "/" + late.total();
        return "[" + phrases.word("late.part", Language.VI, Map.of("part", part)) + "] ";
    }

    /**
     * A late part of no case as a message: the whole text when that is for people to read, so that a phrase that was cut in
     * two is seen; else the part alone.
     */
    static IncomingSms alone(IncomingSms sms, LatePart late, Order whole) {
        return WHOLE.contains(whole.verb()) ? sms.saying(late.whole()) : sms;
    }

    /**
     * Whether the whole, though it begins like a command, tells of what must not be missed: money asked for, an officer with it,
     * a threat. It was carried out by its beginning; now it is for people to read.
     */
    boolean isGrave(LatePart late, Order whole) {
        if (WHOLE.contains(whole.verb())) {
            return false;
        }
        Triage.Suggestion seen = triage.suggest(late.whole());
        return seen.secret() || seen.urgent();
    }

    /** Whether this is the middle of a text that was answered, and no words to keep: no command begins there. */
    static boolean isAnswered(IncomingSms sms, Verb verb) {
        return sms.late().filter(late -> late.number() > 1).isPresent() && !WHOLE.contains(verb);
    }
}
