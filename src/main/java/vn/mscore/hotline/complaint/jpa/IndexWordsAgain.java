package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;

/**
 * Indexes the words of all open cases anew when the rule of what is indexed has become stricter: rows of an older rule
 * would still be found by parts of numbers that are masked on every screen. Some cases at a time, going on where the last
 * run ended.
 */
@Singleton
public class IndexWordsAgain implements Job {
    /** Raise it with every change of what {@link CaseTokens} leaves out. */
    static final int RULE = 2;

    private static final int AT_ONCE = 200;

    private final Sql sql;
    private final CaseTokens tokens;
    private final Seals seals;
    private final Complaints complaints;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    IndexWordsAgain(Sql sql, CaseTokens tokens, Seals seals, Complaints complaints, InTransaction transaction) {
        this.sql = sql;
        this.tokens = tokens;
        this.seals = seals;
        this.complaints = complaints;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "complaint.index-words";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        return transaction.call(this::some);
    }

    private record Course(long rule, long after) {}

    private int some() {
        sql.update("insert ignore into case_token_rule (id, rule, after_id) values (1, 1, 0)");
        Course course = sql.first(
                        "select rule, after_id from case_token_rule where id = 1 for update",
                        row -> new Course(row.number("rule"), row.number("after_id")))
                .orElseThrow();
        if (course.rule() >= RULE) {
            return 0;
        }
        List<Long> cases = sql.ids(
                "select id from complaint where secret = 0 and id > ? order by id limit ?", course.after(), AT_ONCE);
        cases.forEach(id -> complaints.byId(id).ifPresent(this::again));
        boolean more = cases.size() == AT_ONCE;
        sql.update(
                "update case_token_rule set rule = ?, after_id = ? where id = 1",
                more ? course.rule() : RULE,
                more ? cases.get(cases.size() - 1) : 0L);
        return cases.size();
    }

    private void again(Complaint complaint) {
        if (complaint.secret()) {
            return;
        }
        tokens.forget(complaint.id());
        tokens.add(complaint.id(), complaint.about());
        sql.rows(
                        "select id, words_sealed from complaint_words where complaint_id = ?",
                        row -> seals.words(row.number("id"), row.bytes("words_sealed")),
                        complaint.id())
                .forEach(words -> tokens.add(complaint.id(), words));
    }
}
