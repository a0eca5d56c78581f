package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.SmsErasure;

/** Empties the sealed columns of messages, their parts, answers and reports. An empty column is one that was erased. */
@Singleton
public class SqlSmsErasure implements SmsErasure {
    private static final String OLD_IN = "select id from sms_message where received_at < ? and state = 'DONE'"
            + " and length(text_sealed) > 0 order by id limit ?";
    private static final String OLD_OUT = "select id, answers_id from sms_outbox where created_at < ?"
            + " and state in ('SENT', 'FAILED', 'EXPIRED') and length(text_sealed) > 0 order by id limit ?";

    private final Sql sql;

    /** Works in the caller's transaction. */
    @Inject
    public SqlSmsErasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int erase(Instant before, Set<Long> kept, int limit) {
        int erased = 0;
        for (long id : sql.ids(OLD_IN, before, limit + kept.size())) {
            erased += kept.contains(id) ? 0 : incoming(id);
        }
        return erased + outgoing(before, kept, limit) + settled(before, limit);
    }

    /** Not what waits for a person still: nobody has read those words. */
    private int settled(Instant before, int limit) {
        return sql.update(
                "update sms_quarantine set raw_sealed = '' where received_at < ? and settled_at is not null"
                        + " and length(raw_sealed) > 0 limit ?",
                before,
                limit);
    }

    private int incoming(long id) {
        sql.update(
                "update sms_part set text_sealed = null, raw_sealed = '', sender_sealed = '' where message_id = ?", id);
        return sql.update("update sms_message set text_sealed = '', sender_sealed = '' where id = ?", id);
    }

    private int outgoing(Instant before, Set<Long> kept, int limit) {
        int erased = 0;
        var rows = sql.rows(
                OLD_OUT,
                row -> new long[] {
                    row.number("id"), row.maybeNumber("answers_id").orElse(0L)
                },
                before,
                limit + kept.size());
        for (long[] row : rows) {
            erased += kept.contains(row[1]) ? 0 : outgoing(row[0]);
        }
        return erased;
    }

    private int outgoing(long id) {
        sql.update("update sms_report set to_sealed = '', raw_sealed = '' where outbox_id = ?", id);
        return sql.update("update sms_outbox set text_sealed = '', to_sealed = '' where id = ?", id);
    }
}
