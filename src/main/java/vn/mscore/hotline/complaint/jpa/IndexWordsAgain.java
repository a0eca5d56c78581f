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

    /** Each case in a transaction of its own: it would meet an operator's deed in a deadlock if it locked two. */
    @Override
    public int run() {
        int done = 0;
        while (done < AT_ONCE && transaction.call(this::next)) {
            done++;
        }
        return done;
    }

    private record Course(long rule, long after) {}

    /** The next case; false when there is none. */
    private boolean next() {
        sql.update("insert ignore into case_token_rule (id, rule, after_id) values (1, 1, 0)");
        Course course = sql.first(
                        "select rule, after_id from case_token_rule where id = 1 for update",
                        row -> new Course(row.number("rule"), row.number("after_id")))
                .orElseThrow();
        if (course.rule() >= RULE) {
            return false;
        }
        List<Long> found =
                sql.ids("select id from complaint where secret = 0 and id > ? order by id limit 1", course.after());
        found.forEach(id -> complaints.byId(id).ifPresent(this::again));
        sql.update(
                "update case_token_rule set rule = ?, after_id = ? where id = 1",
                found.isEmpty() ? RULE : course.rule(),
                found.isEmpty() ? 0L : found.get(0));
        return !found.isEmpty();
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
