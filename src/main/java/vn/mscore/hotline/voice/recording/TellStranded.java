package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingStranded;

/** Tells of recordings nobody linked, one transaction each, until somebody links them. */
@Singleton
class TellStranded implements Job {
    private static final Logger LOG = Logger.getLogger(TellStranded.class.getName());
    private static final int A_TIME = 100;

    private final SqlRecordings rows;
    private final InTransaction transaction;
    private final Facts facts;
    private long reached;

    @Inject
    TellStranded(SqlRecordings rows, InTransaction transaction, Facts facts) {
        this.rows = rows;
        this.transaction = transaction;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "tell-stranded-recordings";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public synchronized int run() {
        long told = 0;
        // Those nobody takes are told again and again, and the others must not wait behind them.
        do {
            List<SqlRecordings.Row> page = transaction.call(() -> rows.stranded(reached, A_TIME));
            told += page.stream().filter(this::tell).count();
            reached = page.size() < A_TIME ? 0 : page.get(A_TIME - 1).id();
        } while (told < A_TIME && reached > 0);
        return (int) told;
    }

    // The guard of one telling: a listener that fails must not keep the other recordings from theirs.
    private boolean tell(SqlRecordings.Row found) {
        try {
            return transaction.call(() -> rows.hold(found.recording())
                    .filter(row -> row.linked() == null && row.purpose() != null)
                    .map(this::told)
                    .isPresent());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "nobody could take recording " + found.recording().value() + ", told again later");
            return false;
        }
    }

    private RecordingId told(SqlRecordings.Row row) {
        facts.tell(new RecordingStranded(
                row.recorded(), rows.purpose(row).orElse(""), row.secret(), rows.caller(row), row.callId()));
        return row.recording();
    }
}
