package vn.mscore.hotline.survey.calls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;

/** Answers of surveys that are over; that there was one, and how it ended, stays. */
@Singleton
public class AgedAnswers implements AgedRows {
    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    AgedAnswers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String subject() {
        return "survey.answers";
    }

    @Override
    public Kept kept() {
        return Kept.TEXTS;
    }

    @Override
    public int erase(Instant before, int limit) {
        return sql.update(
                "delete from survey_answer where at < ? and survey_id in"
                        + " (select id from survey_call where state = 'DONE' and settled_at < ?) limit ?",
                before,
                before,
                limit);
    }
}
