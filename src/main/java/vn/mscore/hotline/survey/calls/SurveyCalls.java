package vn.mscore.hotline.survey.calls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.dossier.ApplicantNumbers;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Guest;
import vn.mscore.hotline.survey.calls.SqlSurveyCalls.Open;

/** Survey calls over their table. */
@Singleton
public class SurveyCalls implements Surveys {
    /** Numbers that a row can have. */
    private static final Pattern REFERENCE = Pattern.compile("survey-([1-9]\\d{0,17}|[1-8]\\d{18}|9[01]\\d{17})");

    private final SqlSurveyCalls calls;
    private final DossierLookup dossiers;
    private final ApplicantNumbers numbers;
    private final Consents consents;
    private final SurveyPlan plan;
    private final Clock clock;

    /** Works on {@code calls}. */
    @Inject
    SurveyCalls(
            SqlSurveyCalls calls,
            DossierLookup dossiers,
            ApplicantNumbers numbers,
            Consents consents,
            WorkCalendars calendars,
            Clock clock) {
        this.calls = calls;
        this.dossiers = dossiers;
        this.numbers = numbers;
        this.consents = consents;
        this.plan = new SurveyPlan(calendars.national());
        this.clock = clock;
    }

    @Override
    public Ordered order(DossierCode dossier) {
        Optional<Long> before = calls.about(dossier);
        if (before.isPresent()) {
            return new Ordered(before.map(SurveyCalls::reference), true, Optional.empty());
        }
        Optional<ScoreSubject> subject = dossiers.scoreSubject(dossier);
        Optional<PhoneNumber> number = numbers.of(dossier);
        return refusal(subject, number)
                .map(reason -> new Ordered(Optional.empty(), false, Optional.of(reason)))
                .orElseGet(() -> note(subject.orElseThrow(), number.orElseThrow()));
    }

    private Optional<Reason> refusal(Optional<ScoreSubject> subject, Optional<PhoneNumber> number) {
        if (subject.isEmpty()) {
            return because("survey.unknown-dossier", "không có hồ sơ này / there is no such dossier");
        }
        if (subject.get().status() != DossierStatus.RETURNED) {
            return because("survey.not-returned", "chưa trả kết quả / the result was not returned yet");
        }
        if (number.isEmpty()) {
            return because("survey.no-number", "hồ sơ không có số điện thoại / the dossier has no number");
        }
        return consents.hasOptedOut(number.get())
                ? because("survey.opted-out", "người làm hồ sơ không muốn được hỏi / the applicant wants no surveys")
                : Optional.empty();
    }

    private static Optional<Reason> because(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }

    private Ordered note(ScoreSubject subject, PhoneNumber number) {
        Guest guest = new Guest(subject.code(), number, subject.unitName());
        long id = calls.note(guest, clock.instant(), plan.last(clock.instant()), clock.instant());
        return new Ordered(Optional.of(reference(id)), false, Optional.empty());
    }

    private static String reference(long id) {
        return "survey-" + id;
    }

    @Override
    public Optional<Course> course(String reference) {
        Matcher shape = REFERENCE.matcher(reference);
        return shape.matches()
                ? calls.progress(Long.parseLong(shape.group(1)))
                        .map(found -> new Course(reference, found.tries(), found.agreed(), found.end()))
                : Optional.empty();
    }

    @Override
    public Optional<Talk> talk(String reference) {
        return open(reference)
                .map(survey -> new Talk(
                        survey.guest().dossier(),
                        survey.guest().phone(),
                        survey.guest().office(),
                        calls.answers(survey.id())));
    }

    private Optional<Open> open(String reference) {
        return calls.calling(reference).filter(survey -> survey.said().isEmpty());
    }

    @Override
    public void agreed(String reference) {
        open(reference).ifPresent(calls::agreed);
    }

    @Override
    public int forget(PhoneNumber phone) {
        List<Open> theirs = waiting(phone);
        theirs.forEach(survey -> calls.over(survey, survey.tries(), SurveyEnd.REFUSED, clock.instant()));
        return theirs.size();
    }

    @Override
    public int count(PhoneNumber phone) {
        return waiting(phone).size();
    }

    private List<Open> waiting(PhoneNumber phone) {
        return calls.waiting().stream()
                .filter(survey -> survey.guest().phone().equals(phone))
                .toList();
    }

    @Override
    public void end(String reference, SurveyEnd end) {
        open(reference).ifPresent(survey -> {
            calls.said(survey, end);
            if (end == SurveyEnd.REFUSED) {
                consents.optOut(survey.guest().phone(), "IVR");
            }
        });
    }
}
