package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/**
 * Takes ordinary recordings apart from the call in which something was said in secret too: they bear the caller's number
 * under the ordinary key, and the same {@code call_id} would tell whose the report is (security R8).
 */
@Singleton
class PartSealedCalls implements Job {
    private final SqlRecordings rows;
    private final InTransaction transaction;

    @Inject
    PartSealedCalls(SqlRecordings rows, InTransaction transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "part-sealed-calls";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        return transaction.call(rows::part);
    }
}
