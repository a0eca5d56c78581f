package vn.mscore.hotline.switchboard.jpa;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.CallbackCalls;
import vn.mscore.hotline.switchboard.LineMoved;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.Dialer;

/** Call-backs by telephone; each call is an order whose reference stands in the row until it is settled. */
@Singleton
public class SqlCallbackCalls implements CallbackCalls {
    private static final String PREFIX = "callback-";
    private static final Duration LONGEST_CALL = Duration.ofHours(2);

    private final Sql sql;
    private final SqlCallbackBook book;
    private final OperatorPresence presence;
    private final Dialer dialer;
    private final Facts facts;
    private final Ids ids;
    private final Clock clock;

    /** Rings through {@code dialer}. */
    @Inject
    public SqlCallbackCalls(
            Sql sql,
            SqlCallbackBook book,
            OperatorPresence presence,
            Dialer dialer,
            Facts facts,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.book = book;
        this.presence = presence;
        this.dialer = dialer;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /** What hinders a call now. */
    private record Hindrance(boolean pause, boolean calling) {}

    @Override
    public Optional<Reason> call(long id, String login) {
        Optional<String> device = presence.deviceOf(login);
        if (device.isEmpty()) {
            return refusal("switchboard.not-present", "hãy nhận trực ở một máy trước / take a telephone first");
        }
        Optional<PhoneNumber> number = book.number(id);
        Optional<Hindrance> hindrance = hindrance(id);
        if (number.isEmpty() || hindrance.isEmpty()) {
            return refusal("callback.unknown", "không có yêu cầu gọi lại này / there is no such open call-back");
        }
        if (hindrance.get().calling()) {
            return refusal("callback.calling", "số này đang được gọi / this number is being called just now");
        }
        if (hindrance.get().pause()) {
            return refusal(
                    "callback.pause",
                    "vừa gọi không ai nghe, hãy gọi lại sau / nobody answered a while ago; try again later");
        }
        return ring(id, device.get(), number.get());
    }

    private Optional<Reason> ring(long id, String device, PhoneNumber number) {
        String reference = PREFIX + ids.next();
        Optional<Reason> refused = dialer.bridge(device, number, reference);
        if (refused.isEmpty()) {
            sql.update(
                    "update switchboard_callback set calling = ?, called_at = ? where id = ?",
                    reference,
                    clock.instant(),
                    id);
        }
        return refused;
    }

    private Optional<Hindrance> hindrance(long id) {
        Instant now = clock.instant();
        return sql.first(
                "select not_before > ? as pause, exists (select 1 from switchboard_callback o where o.phone_index = c.phone_index"
                        + " and o.calling is not null and o.called_at > ?) as busy from switchboard_callback c"
                        + " where open_index is not null and id = ? for update",
                row -> new Hindrance(row.flag("pause"), row.flag("busy")),
                now,
                now.minus(LONGEST_CALL),
                id);
    }

    void settled(@Observes CallSettled fact) {
        if (fact.reference().startsWith(PREFIX)) {
            sql.first(
                            "select id from switchboard_callback where calling = ? for update",
                            row -> row.number("id"),
                            fact.reference())
                    .ifPresent(id -> settle(id, fact.result()));
        }
    }

    private void settle(long id, CallSettled.Result result) {
        switch (result) {
            case BUSY, NO_ANSWER, UNREACHABLE -> book.tried(id, "hotline");
            // The operator has talked and says what came of it, or was not rung or did not pick up, which says nothing
            // of the citizen.
            case ANSWERED, FAILED, EXPIRED -> {}
        }
        sql.update("update switchboard_callback set calling = null where id = ?", id);
        facts.tell(new LineMoved(Optional.empty(), false));
    }

    private static Optional<Reason> refusal(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }
}
