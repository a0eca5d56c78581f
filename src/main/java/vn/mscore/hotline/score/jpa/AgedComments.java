package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;

/** Words beside marks; the marks stay. Of those of sealed cases, which hold the same words, nobody is told. */
@Singleton
public class AgedComments implements AgedRows {
    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    AgedComments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String subject() {
        return "scores.words";
    }

    @Override
    public Kept kept() {
        return Kept.TEXTS;
    }

    @Override
    public int erase(Instant before, int limit) {
        sql.update("delete from score_comment where at < ? and concealed limit ?", before, limit);
        return sql.update("delete from score_comment where at < ? and not concealed limit ?", before, limit);
    }
}
