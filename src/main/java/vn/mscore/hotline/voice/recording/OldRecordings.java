package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import vn.mscore.hotline.voice.RecordingErasure;
import vn.mscore.hotline.voice.Recordings;

/** Erases old recordings and the numbers of old calls. */
@Singleton
class OldRecordings implements RecordingErasure {
    private final SqlRecordings rows;
    private final SqlLiveCalls calls;

    @Inject
    OldRecordings(SqlRecordings rows, SqlLiveCalls calls) {
        this.rows = rows;
        this.calls = calls;
    }

    // Held ones are read again each time and passed over, however many: they must not starve those behind them.
    @Override
    public Outcome erase(Instant before, Predicate<Recordings.Kept> held, int limit) {
        calls.forgetCallers(before, limit);
        int erased = 0;
        int kept = 0;
        List<SqlRecordings.Row> page = rows.keptBefore(before, 0, limit);
        while (!page.isEmpty() && erased < limit) {
            List<SqlRecordings.Row> free = page.stream()
                    .filter(row -> !held.test(rows.kept(row)))
                    .limit(limit - erased)
                    .toList();
            free.forEach(row -> rows.erase(row.recording()));
            erased += free.size();
            kept += page.size() - free.size();
            page = rows.keptBefore(before, page.get(page.size() - 1).id(), limit);
        }
        return new Outcome(erased, kept);
    }
}
