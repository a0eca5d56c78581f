package vn.mscore.hotline.survey;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** Keeps one answer of a survey call at once, so that a hang-up loses nothing. Needs a transaction. */
public interface RecordAnswer {
    /**
     * Keeps or replaces an answer. A mark is recorded as a score too. Refusals: {@code survey.over} (unknown or over),
     * {@code survey.range} (not an answer of this question), and those of {@link vn.mscore.hotline.score.RecordScore}.
     */
    Optional<Reason> record(String reference, SurveyQuestion question, int answer);
}
