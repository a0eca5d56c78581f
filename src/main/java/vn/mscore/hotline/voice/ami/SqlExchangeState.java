package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.platform.Sql;

/** Calls in progress ({@code voice_live_call}) and the seats we want ({@code voice_seat}). Needs a transaction. */
@Singleton
class SqlExchangeState {
    private final Sql sql;

    @Inject
    SqlExchangeState(Sql sql) {
        this.sql = sql;
    }

    /** A call is in progress. */
    void began(String call, Instant at) {
        sql.update(
                "insert into voice_live_call (call_id, seen_at) values (?, ?) on duplicate key update call_id = call_id",
                call,
                at);
    }

    /** A channel is over; false when it was no call of ours or is known to be over. */
    boolean ended(String call) {
        return sql.update("delete from voice_live_call where call_id = ?", call) > 0;
    }

    /** Calls seen before {@code at} that are not among {@code live}: forgotten, and told once. */
    List<String> vanished(Set<String> live, Instant at) {
        return seenBefore(at).stream()
                .filter(call -> !live.contains(call))
                .filter(this::ended)
                .toList();
    }

    /** Calls in progress that were seen before {@code at}. */
    List<String> seenBefore(Instant at) {
        return sql.rows("select call_id from voice_live_call where seen_at < ?", row -> row.text("call_id"), at);
    }

    /** The telephones that shall ring. */
    List<String> seats() {
        return sql.rows("select device from voice_seat order by device", row -> row.text("device"));
    }

    /** Wants a telephone to ring, or not; false when that is so already. */
    boolean seat(String device, boolean present, Instant at) {
        return present
                ? sql.insertNew("insert into voice_seat (device, since) values (?, ?)", device, at)
                : sql.update("delete from voice_seat where device = ?", device) > 0;
    }
}
