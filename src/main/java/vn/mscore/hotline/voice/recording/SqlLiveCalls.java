package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Sql;

/** Which calls are still talking, of the book of calls. Needs a transaction. */
@Singleton
class SqlLiveCalls {
    private final Sql sql;

    @Inject
    SqlLiveCalls(Sql sql) {
        this.sql = sql;
    }

    /** Whether a flow talks with this call. */
    boolean isTalking(String callId) {
        return sql.exists("select id from voice_call where call_id = ? and state = 'FLOW'", callId);
    }

    /** Takes the numbers off calls that began before {@code before}; tells how many. */
    int forgetCallers(java.time.Instant before, int limit) {
        return sql.update(
                "update voice_call set caller_sealed = null, caller_index = null where began_at < ? and state = 'ENDED'"
                        + " and (caller_sealed is not null or caller_index is not null) limit ?",
                before,
                limit);
    }
}
