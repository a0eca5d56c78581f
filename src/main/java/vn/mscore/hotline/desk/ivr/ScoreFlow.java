package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.desk.CitizenProof.Tie;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.Channel;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.score.RecordScore.Outcome;
import vn.mscore.hotline.score.RecordScore.Proof;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * 2 CHẤM ĐIỂM: a mark and what stands behind it; every answer is kept as soon as it is given, also when a text of the
 * same citizen comes at that moment.
 */
@Singleton
class ScoreFlow implements Branch {
    private static final int RECENT_DAYS = 30;

    private final DossierLookup dossiers;
    private final CodeEntry codes;
    private final Marks marks;
    private final Words words;
    private final InTransaction transaction;

    @Inject
    ScoreFlow(DossierLookup dossiers, CodeEntry codes, Marks marks, Words words, InTransaction transaction) {
        this.dossiers = dossiers;
        this.codes = codes;
        this.marks = marks;
        this.words = words;
        this.transaction = transaction;
    }

    /** Where marks go. */
    @Singleton
    static class Marks {
        private final RecordScore scores;
        private final ShownNumber shown;

        @Inject
        Marks(RecordScore scores, ShownNumber shown) {
            this.scores = scores;
            this.shown = shown;
        }

        private Outcome record(Dialogue talk, Subject subject, int points) {
            boolean own = shown.of(subject.phone(), subject.code(), Optional.empty()) == Tie.REGISTERED_PHONE;
            Proof stranger = shown.believed(talk).isPresent() ? Proof.NONE : Proof.CLAIMED;
            Proof other = talk.hasProved(subject.code()) ? Proof.PIN : stranger;
            return scores.record(new NewScore(
                    subject.phone(), subject.code(), points, Channel.IVR, own ? Proof.REGISTERED_PHONE : other));
        }
    }

    /** Where words go. */
    @Singleton
    static class Words {
        private final TakingWords taking;
        private final MoneyReport money;
        private final Receipt receipt;

        @Inject
        Words(TakingWords taking, MoneyReport money, Receipt receipt) {
            this.taking = taking;
            this.money = money;
            this.receipt = receipt;
        }
    }

    private record Subject(PhoneNumber phone, DossierCode code) {}

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.SCORE, this::begin);
    }

    /** A mark belongs to a number: without one there is none, but there may be words. */
    private Step begin(Dialogue talk) {
        if (talk.caller().isEmpty()) {
            talk.say(Said.of("cham-diem-an-so"));
            return talk.to(Place.MAIN);
        }
        PhoneNumber phone = talk.caller().get();
        if (talk.about().isPresent()) {
            return askMark(new Subject(phone, talk.about().get()));
        }
        List<DossierCode> own =
                marks.shown.believed(talk).isEmpty() ? List.of() : transaction.call(() -> unscored(phone));
        Step other = codes.ask(code -> askMark(new Subject(phone, code)), talk.to(Place.MAIN));
        return own.isEmpty() ? other : OwnDossiers.choose(own, code -> askMark(new Subject(phone, code)), other);
    }

    private List<DossierCode> unscored(PhoneNumber phone) {
        return dossiers.returnedRecently(phone, RECENT_DAYS).stream()
                .filter(code -> !marks.scores.hasScored(phone, code))
                .limit(OwnDossiers.MOST + 1L)
                .toList();
    }

    private Step askMark(Subject subject) {
        return talk -> {
            talk.talksAbout(Optional.of(subject.code()));
            return MarkQuestions.mark(points -> confirmed -> record(confirmed, subject, points));
        };
    }

    private Step record(Dialogue talk, Subject subject, int points) {
        Outcome outcome = transaction.insist(() -> marks.record(talk, subject, points));
        talk.isAt(Place.MAIN);
        if (outcome.refused().isPresent()) {
            talk.say(Said.of("chua-cham-duoc"));
            return talk.to(Place.MAIN);
        }
        talk.say(Said.of("diem-da-ghi"));
        return points <= MarkQuestions.LOW ? askReason(subject) : askVisits(subject, Optional.empty());
    }

    private Step askReason(Subject subject) {
        return MarkQuestions.reason(reason -> talk -> {
                    boolean paid = reason == MarkQuestions.MONEY_REASON;
                    Optional<Registered> report = transaction.insist(() -> {
                        marks.scores.reason(subject.phone(), subject.code(), reason);
                        return paid ? Optional.of(words.money.keep(talk, subject.code())) : Optional.empty();
                    });
                    return askVisits(subject, report);
                })
                .lost(askVisits(subject, Optional.empty()));
    }

    private Step askVisits(Subject subject, Optional<Registered> report) {
        Question visits = MarkQuestions.visits(times -> talk -> {
            details(subject, Optional.of(times), Optional.empty());
            return askClarity(subject, report);
        });
        return told(report, visits).lost(talk -> askClarity(subject, report));
    }

    /** Whoever leaves the question by {@code 0} or {@code *} hears the code of what was reported first: nobody can tell it later. */
    private Question told(Optional<Registered> report, Question question) {
        report.ifPresent(kept -> question.on("0", words.receipt.sealed(kept, talk -> talk.to(Place.OPERATOR)))
                .back(words.receipt.sealed(kept, talk -> talk.to(Place.MAIN))));
        return question;
    }

    private Step askClarity(Subject subject, Optional<Registered> report) {
        Step next = report.isPresent() ? remark(subject, report) : askMoney(subject);
        Question clarity = MarkQuestions.clarity(clear -> talk -> {
            details(subject, Optional.empty(), Optional.of(clear == 1));
            return next;
        });
        return told(report, clarity).lost(next);
    }

    private void details(Subject subject, Optional<Integer> visits, Optional<Boolean> clear) {
        transaction.insist(() -> marks.scores.details(subject.phone(), subject.code(), visits, clear));
    }

    private Step askMoney(Subject subject) {
        return MarkQuestions.money(answer -> talk -> answer == MarkQuestions.MONEY_YES
                        ? remark(subject, Optional.of(transaction.insist(() -> words.money.keep(talk, subject.code()))))
                        : remark(subject, Optional.empty()))
                .lost(remark(subject, Optional.empty()));
    }

    /** The code of what was reported comes before the words, which end with hanging up. */
    private Step remark(Subject subject, Optional<Registered> report) {
        Step thanks = ScoreFlow::thank;
        Errand errand = MoneyReport.remark(subject.code(), report.isPresent());
        Step remark = words.taking.take(errand, Said.of("gop-y-ghi-am"), (registered, next) -> thanks, thanks);
        return report.map(kept -> words.receipt.sealed(kept, remark)).orElse(remark);
    }

    private static Step thank(Dialogue talk) {
        talk.say(Said.of("cam-on-cham-diem"));
        return Step.END;
    }
}
