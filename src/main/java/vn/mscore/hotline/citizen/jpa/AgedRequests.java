package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;

/** Completed requests about one's own data, with what was said. */
@Singleton
public class AgedRequests implements AgedRows {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    AgedRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String subject() {
        return "requests";
    }

    @Override
    public Kept kept() {
        return Kept.REQUESTS;
    }

    @Override
    public int erase(Instant before, int limit) {
        List<Long> old = sql.ids(
                "select id from citizen_subject_request where completed_on < ? order by id limit ?",
                LocalDate.ofInstant(before, VIETNAM),
                limit);
        for (long id : old) {
            sql.update("delete from citizen_subject_words where request_id = ?", id);
            sql.update("delete from citizen_subject_request where id = ?", id);
        }
        return old.size();
    }
}
