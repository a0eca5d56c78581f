package vn.mscore.hotline.desk.conversation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.RecordAnswer;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.SurveyQuestion;
import vn.mscore.hotline.survey.Surveys;

/** TEMP. */
@Alternative
@Priority(1)
@Singleton
class NoSurveys implements Surveys, RecordAnswer {
    public Ordered order(DossierCode dossier) {
        return null;
    }

    public Optional<Course> course(String reference) {
        return Optional.empty();
    }

    public Optional<Talk> talk(String reference) {
        return Optional.empty();
    }

    public void agreed(String reference) {}

    public void end(String reference, SurveyEnd end) {}

    public Optional<Reason> record(String reference, SurveyQuestion question, int answer) {
        return Optional.empty();
    }
}
