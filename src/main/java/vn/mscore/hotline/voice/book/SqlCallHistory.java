package vn.mscore.hotline.voice.book;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallHistory;
import vn.mscore.hotline.voice.RecordingId;

/** Reads {@code voice_call} by the blind index of the number, which calls of the secret lane do not have. */
@Singleton
public class SqlCallHistory implements CallHistory {
    private final Sql sql;
    private final BlindIndex index;
    private final SqlCallBook book;

    /** Joined by CDI. */
    @Inject
    public SqlCallHistory(Sql sql, BlindIndex index, SqlCallBook book) {
        this.sql = sql;
        this.index = index;
        this.book = book;
    }

    @Override
    public Optional<PhoneNumber> numberOf(String callId, Instant endedAfter) {
        boolean open = sql.exists(
                "select 1 from voice_call where call_id = ? and not secret and (ended_at is null or ended_at > ?)",
                callId,
                endedAfter);
        return open ? book.callerOf(callId) : Optional.empty();
    }

    @Override
    public List<Past> of(PhoneNumber phone, int limit) {
        return sql.rows(
                "select c.flow, c.began_at, c.ended_at, r.recording_id, r.length_ms from voice_call c"
                        + " left join voice_recording r on r.call_id = c.call_id and r.state = 'KEPT' and not r.secret"
                        + " where c.caller_index = ? and not c.secret order by c.began_at desc, r.id desc limit ?",
                SqlCallHistory::past,
                index.of(BlindIndex.Purpose.PHONE, phone),
                limit);
    }

    private static Past past(Sql.Row row) throws SQLException {
        Instant began = row.instant("began_at");
        Optional<Duration> length =
                Optional.ofNullable(row.instant("ended_at")).map(end -> Duration.between(began, end));
        Duration spoken = Duration.ofMillis(row.number("length_ms"));
        Optional<Taken> taken = Optional.ofNullable(row.text("recording_id"))
                .map(recording -> new Taken(new RecordingId(recording), spoken));
        return new Past(row.text("flow"), began, length, taken);
    }
}
