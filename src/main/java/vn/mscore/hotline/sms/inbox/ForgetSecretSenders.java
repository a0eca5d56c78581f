package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;

/**
 * Takes the index of the number off messages of the sealed lane (security R45: with the key leaked, all numbers of Vietnam
 * are tried in minutes), once the limits of a day and late delivery reports no longer need it.
 */
@Singleton
public class ForgetSecretSenders implements Job {
    private static final Duration NEEDED = Duration.ofDays(4);
    private static final List<String> STATEMENTS = List.of(
            "update sms_part p join sms_message m on m.id = p.message_id set p.sender_index = random_bytes(32),"
                    + " p.text_digest = null where m.secret and m.state <> 'NEW' and m.received_at between ? and ?",
            "update sms_report r join sms_outbox o on o.id = r.outbox_id set r.to_index = random_bytes(32)"
                    + " where o.secret and o.created_at between ? and ?",
            "update sms_outbox set to_index = random_bytes(32) where secret and created_at between ? and ?",
            "update sms_message set sender_index = random_bytes(32) where secret and state <> 'NEW'"
                    + " and received_at between ? and ?");

    private final Sql sql;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    ForgetSecretSenders(Sql sql, InTransaction transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-secret-senders";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    // Each row is met by several runs: harmless, and none is missed by an outage of a week.
    @Override
    public int run() {
        Instant latest = clock.instant().minus(NEEDED);
        Instant earliest = latest.minus(Duration.ofDays(10));
        return transaction.call(() -> STATEMENTS.stream()
                .mapToInt(statement -> sql.update(statement, earliest, latest))
                .sum());
    }
}
