package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SystemIds;
import vn.mscore.hotline.sms.SmsSums;

/** Counts in the tables; ids begin with their time, so that only what is young is read. */
@Singleton
public class SqlSmsSums implements SmsSums {
    private static final String PARTS = "select count(*) as parts, coalesce(sum(m.id is null"
            + " and (s.id is null or s.state not in ('OPEN', 'REPEAT'))), 0) as fallen"
            + " from sms_part p left join sms_message m on m.id = p.message_id left join sms_set s on s.id = p.message_id"
            + " where p.id >= ? and p.kind = 'TEXT'";
    private static final String MESSAGES = "select count(*) as messages, coalesce(sum(state = 'NEW'), 0) as waiting,"
            + " coalesce(sum(state = 'POISON'), 0) as parked, coalesce(sum(state = 'DONE'), 0) as done,"
            + " coalesce(sum(state = 'DONE' and answered), 0) as answered,"
            + " coalesce(sum(state = 'DONE' and not answered and unanswered is not null), 0) as refused,"
            + " coalesce(sum(state not in ('NEW', 'POISON', 'DONE') or not held), 0) as stray"
            + " from (select state, unanswered,"
            + " exists (select 1 from sms_outbox o where o.answers_id = m.id) as answered,"
            + " continues_id is not null or exists (select 1 from sms_part p where p.message_id = m.id) as held"
            + " from sms_message m where m.id >= ?) each_message";
    private static final String TEXTS = "select count(*) as n from sms_outbox where id >= ?"
            + " and state not in ('NEW', 'SENDING', 'UNKNOWN', 'SENT', 'FAILED', 'EXPIRED')";

    private final Sql sql;
    private final InTransaction transactions;

    /** Reads in transactions of its own. */
    @Inject
    public SqlSmsSums(Sql sql, InTransaction transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record Parts(long all, long fallen) {}

    @Override
    public Sums since(Instant from) {
        long first = SystemIds.firstAt(from);
        return transactions.call(() -> {
            Parts parts = sql.first(PARTS, row -> new Parts(row.number("parts"), row.number("fallen")), first)
                    .orElseThrow();
            long strayTexts = sql.count(TEXTS, first);
            return sql.first(
                            MESSAGES,
                            row -> new Sums(
                                    parts.all(),
                                    parts.fallen(),
                                    row.number("messages"),
                                    row.number("waiting"),
                                    row.number("parked"),
                                    row.number("done"),
                                    row.number("answered"),
                                    row.number("refused"),
                                    row.number("stray"),
                                    strayTexts),
                            first)
                    .orElseThrow();
        });
    }
}
