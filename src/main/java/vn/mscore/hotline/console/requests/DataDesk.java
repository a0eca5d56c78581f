package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.complaint.CaseErasure;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.ForgetNumber;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.switchboard.ForgetCallbacks;
import vn.mscore.hotline.voice.ForgetCaller;
import vn.mscore.hotline.voice.Recordings;

/** The deeds of a request about one's own data: each checks the right and writes the audit trail. */
@Singleton
public class DataDesk {
    private static final Reason UNKNOWN =
            new Reason("request.unknown", "Không có yêu cầu này. / There is no such request.");

    private final SubjectDesk requests;
    private final Timeline timeline;
    private final CaseErasure cases;
    private final ForgetNumber texts;
    private final ForgetCaller calls;
    private final ForgetCallbacks callbacks;
    private final Surveys surveys;
    private final CitizenLines lines;
    private final AuditTrail audit;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    DataDesk(
            SubjectDesk requests,
            Timeline timeline,
            CaseErasure cases,
            ForgetNumber texts,
            ForgetCaller calls,
            ForgetCallbacks callbacks,
            Surveys surveys,
            CitizenLines lines,
            AuditTrail audit,
            InTransaction transaction) {
        this.requests = requests;
        this.timeline = timeline;
        this.cases = cases;
        this.texts = texts;
        this.calls = calls;
        this.callbacks = callbacks;
        this.surveys = surveys;
        this.lines = lines;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Does one thing with a request and writes it down. */
    Optional<Reason> carryOut(
            Viewer viewer, String number, String deed, BiFunction<SubjectRequest, String, Optional<Reason>> work) {
        return transaction.call(() -> find(viewer, number)
                .map(request -> {
                    Optional<Reason> refused = work.apply(request, viewer.login());
                    if (refused.isEmpty()) {
                        audit.note(viewer, "data-request." + deed, number, moved(request));
                    }
                    return refused;
                })
                .orElse(Optional.of(UNKNOWN)));
    }

    /** The new day where a deed moved it. */
    private String moved(SubjectRequest before) {
        return requests.find(before.number())
                .map(SubjectRequest::completeBy)
                .filter(day -> !day.equals(before.completeBy()))
                .map(LocalDate::toString)
                .orElse("");
    }

    private Optional<SubjectRequest> find(Viewer viewer, String number) {
        return viewer.is(Role.OPERATOR) ? requests.find(number) : Optional.empty();
    }

    /** Everything this number said to us and we to it, nothing sealed. */
    Optional<List<TimelineLine>> export(Viewer viewer, String number) {
        return transaction.call(() -> find(viewer, number).map(request -> {
            List<TimelineLine> all = timeline.everything(viewer, request.phone());
            audit.note(viewer, "data-request.exported", number, all.size() + " rows");
            return all;
        }));
    }

    /**
     * Erases the texts, recordings, missed calls, call-backs and ordered surveys of the number that belong to no case, and the
     * question it was asked. Cases are kept as the law on archives says, sealed and held ones without a word.
     */
    Optional<Reason> erase(Viewer viewer, String number) {
        return carryOut(viewer, number, "erased", (request, by) -> {
            Set<String> sources = Stream.of(cases.heldSources(), cases.keptVoices(), timeline.sources(request.phone()))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            Set<Long> kept = sources.stream().flatMap(DataDesk::inboxId).collect(Collectors.toSet());
            int erased = texts.forget(request.phone(), kept)
                    + calls.forget(request.phone(), said -> belongs(said, sources))
                    + callbacks.forget(request.phone())
                    + surveys.forget(request.phone());
            lines.answered(request.phone());
            audit.note(viewer, "data-request.rows", number, Integer.toString(erased));
            return Optional.empty();
        });
    }

    private static boolean belongs(Recordings.Kept said, Set<String> sources) {
        return sources.contains("recording:" + said.id().value())
                || sources.contains("call:" + said.callId())
                || said.linked().filter(sources::contains).isPresent();
    }

    private static Stream<Long> inboxId(String source) {
        return source.matches("sms:\\d{1,18}(:.*)?") ? Stream.of(Long.valueOf(source.split(":")[1])) : Stream.empty();
    }
}
