package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.Proof;
import vn.mscore.hotline.score.ScoreRecorded;
import vn.mscore.hotline.score.ScoreSettings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Require;

/** The rules of {@link RecordScore}: who may mark what, when a mark counts, when it may be replaced. */
@Singleton
public class OneScorePerDossier implements RecordScore {
    private static final int REASONS = 5;
    private static final int MOST_VISITS = 99;
    private static final Duration DAY = Duration.ofDays(1);

    private final SqlScores scores;
    private final DossierLookup dossiers;
    private final Facts facts;
    private final Clock clock;
    private final ScoreSettings settings;

    /** Asks {@code dossiers} what a mark is about. */
    @Inject
    public OneScorePerDossier(SqlScores scores, DossierLookup dossiers, Facts facts, Clock clock, Settings settings) {
        this.scores = scores;
        this.dossiers = dossiers;
        this.facts = facts;
        this.clock = clock;
        this.settings = ScoreSettings.from(settings);
    }

    @Override
    public Outcome record(NewScore score) {
        if (score.points() < 1 || score.points() > settings.scale()) {
            return refused("score.range", "a score is a whole number from 1 to " + settings.scale());
        }
        return dossiers.scoreSubject(score.code())
                .map(subject -> record(score, subject))
                .orElseGet(OneScorePerDossier::notEligible);
    }

    private Outcome record(NewScore score, ScoreSubject subject) {
        Instant now = clock.instant();
        boolean inProgress = subject.status() != DossierStatus.RETURNED;
        if (!inProgress && !returnedLately(subject, now)) {
            return notEligible();
        }
        SqlScores.Mark mark = new SqlScores.Mark(score, subject, settings.scale(), inProgress, now);
        Optional<SqlScores.Standing> standing = scores.find(score.phone(), score.code(), inProgress);
        if (standing.isPresent()) {
            return replace(standing.get(), mark);
        }
        if (scores.givenSince(score.phone(), now.minus(DAY)) >= settings.aDay()) {
            return notEligible();
        }
        return scores.add(mark) ? told(mark, false, mark.low()) : replace(scores.found(mark), mark);
    }

    private boolean returnedLately(ScoreSubject subject, Instant now) {
        return subject.returnedAt()
                .map(at -> !now.isAfter(at.plus(Duration.ofDays(settings.returnedDays()))))
                .orElse(false);
    }

    private Outcome replace(SqlScores.Standing standing, SqlScores.Mark mark) {
        if (standing.claimed() && mark.score().strength() != Proof.CLAIMED) {
            scores.replace(standing, mark);
            return told(mark, false, mark.low());
        }
        if (mark.at().isAfter(standing.scoredAt().plus(Duration.ofDays(settings.changeDays())))) {
            return notEligible();
        }
        if (mark.score().strength() == Proof.CLAIMED && standing.proof().weight() > 0) {
            return notEligible();
        }
        scores.replace(standing, mark);
        return told(mark, true, !standing.seen() && (standing.low() || mark.low()));
    }

    private Outcome told(SqlScores.Mark mark, boolean replaced, boolean listed) {
        facts.tell(new ScoreRecorded(
                mark.score().code(),
                mark.subject().unit(),
                mark.score().points(),
                mark.inProgress(),
                replaced,
                listed));
        return new Outcome(Optional.empty(), replaced, mark.inProgress());
    }

    // One sentence for every cause: the answer may not tell whether a dossier exists.
    private static Outcome notEligible() {
        return refused("score.not-eligible", "this dossier cannot be scored from this number now");
    }

    private static Outcome refused(String code, String sentence) {
        return new Outcome(Optional.of(new Reason(code, sentence)), false, false);
    }

    @Override
    public void reason(PhoneNumber phone, DossierCode code, int reason) {
        Require.that(reason >= 1 && reason <= REASONS, "a reason is 1 to " + REASONS);
        scores.newest(phone, code).ifPresent(standing -> scores.reason(standing, reason));
    }

    @Override
    public void details(PhoneNumber phone, DossierCode code, Optional<Integer> visits, Optional<Boolean> clear) {
        visits.ifPresent(times -> Require.that(times >= 0 && times <= MOST_VISITS, "visits are 0 to " + MOST_VISITS));
        scores.newest(phone, code).ifPresent(standing -> scores.details(standing, visits, clear));
    }

    @Override
    public void comment(PhoneNumber phone, DossierCode code, String text) {
        scores.newest(phone, code).ifPresent(standing -> scores.comment(standing, text, clock.instant()));
    }

    @Override
    public boolean hasScored(PhoneNumber phone, DossierCode code) {
        return scores.find(phone, code, false)
                .filter(standing -> !standing.claimed())
                .isPresent();
    }
}
