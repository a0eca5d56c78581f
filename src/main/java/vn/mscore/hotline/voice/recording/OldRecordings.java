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

    // Held ones are read again each time: there are few, and the limit counts them so that they cannot starve the
    // others.
    @Override
    public Outcome erase(Instant before, Predicate<Recordings.Kept> held, int limit) {
        calls.forgetCallers(before, limit);
        List<SqlRecordings.Row> old = rows.keptBefore(before, limit * 2);
        List<SqlRecordings.Row> free = old.stream()
                .filter(row -> !held.test(rows.kept(row)))
                .limit(limit)
                .toList();
        free.forEach(row -> rows.erase(row.recording()));
        return new Outcome(free.size(), old.size() - free.size());
    }
}
