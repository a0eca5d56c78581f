package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;

/** Call-backs that were made or given up: nobody needs the number any more. */
@Singleton
public class AgedCallbacks implements AgedRows {
    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    AgedCallbacks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String subject() {
        return "callbacks";
    }

    @Override
    public Kept kept() {
        return Kept.CALLS;
    }

    @Override
    public int erase(Instant before, int limit) {
        return sql.update("delete from switchboard_callback where done_at < ? limit ?", before, limit);
    }
}
