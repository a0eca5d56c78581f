package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;

/** Numbers that rang a modem; that it rang, and when, stays. */
@Singleton
public class AgedRings implements AgedRows {
    private final Sql sql;

    /** Works in the running transaction. */
    @Inject
    AgedRings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String subject() {
        return "calls.missed";
    }

    @Override
    public Kept kept() {
        return Kept.CALLS;
    }

    @Override
    public int erase(Instant before, int limit) {
        return sql.update(
                "update sms_missed_call set caller_index = null, caller_sealed = null where rang_at < ?"
                        + " and caller_sealed is not null limit ?",
                before,
                limit);
    }
}
