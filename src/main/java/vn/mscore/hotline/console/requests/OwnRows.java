package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.complaint.CaseErasure;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.score.ForgetComments;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.ForgetNumber;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.switchboard.ForgetCallbacks;
import vn.mscore.hotline.voice.ForgetCaller;
import vn.mscore.hotline.voice.Recordings;

/**
 * What of a number may be erased: texts, recordings, missed calls, call-backs, ordered surveys and words beside marks that
 * belong to no case, and the question it was asked. Cases are kept as the law on archives says, sealed and held ones without a word. Needs a transaction.
 */
@Singleton
public class OwnRows {
    private final Timeline timeline;
    private final CaseErasure cases;
    private final ForgetNumber texts;
    private final ForgetCaller calls;
    private final ForgetCallbacks callbacks;
    private final Surveys surveys;
    private final ForgetComments comments;
    private final CitizenLines lines;

    /** Joined by CDI. */
    @Inject
    OwnRows(
            Timeline timeline,
            CaseErasure cases,
            ForgetNumber texts,
            ForgetCaller calls,
            ForgetCallbacks callbacks,
            Surveys surveys,
            ForgetComments comments,
            CitizenLines lines) {
        this.timeline = timeline;
        this.cases = cases;
        this.texts = texts;
        this.calls = calls;
        this.callbacks = callbacks;
        this.surveys = surveys;
        this.comments = comments;
        this.lines = lines;
    }

    /** How many rows of each room; texts with missed calls, recordings with calls. */
    public record Counts(int texts, int calls, int callbacks, int surveys, int comments) {
        int all() {
            return texts + calls + callbacks + surveys + comments;
        }
    }

    Counts count(PhoneNumber phone) {
        Set<String> sources = sources(phone);
        return new Counts(
                texts.count(phone, inbox(sources)),
                calls.count(phone, belongs(sources)),
                callbacks.count(phone),
                surveys.count(phone),
                comments.count(phone));
    }

    Counts erase(PhoneNumber phone) {
        Set<String> sources = sources(phone);
        Counts erased = new Counts(
                texts.forget(phone, inbox(sources)),
                calls.forget(phone, belongs(sources)),
                callbacks.forget(phone),
                surveys.forget(phone),
                comments.forget(phone));
        lines.answered(phone);
        return erased;
    }

    private Set<String> sources(PhoneNumber phone) {
        return Stream.of(cases.heldSources(), cases.keptVoices(), timeline.sources(phone))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Predicate<Recordings.Kept> belongs(Set<String> sources) {
        return said -> sources.contains("recording:" + said.id().value())
                || sources.contains("call:" + said.callId())
                || said.linked().filter(sources::contains).isPresent();
    }

    private static Set<Long> inbox(Set<String> sources) {
        return sources.stream()
                .filter(source -> source.matches("sms:\\d{1,18}(:.*)?"))
                .map(source -> Long.valueOf(source.split(":")[1]))
                .collect(Collectors.toSet());
    }
}
