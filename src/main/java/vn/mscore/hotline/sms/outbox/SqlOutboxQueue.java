package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** The outbox table's exit: what a line takes next, and what became of it. */
@Singleton
class SqlOutboxQueue {
    private static final int COPIES = 2;
    private static final int AT_ONCE = 4;
    private static final String DUE =
            "(select id, priority, not_before from sms_outbox where state = 'NEW' and priority ="
                    + " %d and not_before <= ? and not_after > ?%s order by not_before, id limit " + AT_ONCE + ")";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Clock clock;
    private final Duration resendAfter;
    private final RetryPlan retries = new RetryPlan(RandomGenerator.getDefault());

    @Inject
    SqlOutboxQueue(Sql sql, PersonalDataCipher cipher, Clock clock, Settings settings) {
        this.sql = sql;
        this.cipher = cipher;
        this.clock = clock;
        this.resendAfter = OutboxSettings.from(settings).resendAfter();
    }

    /** A row a line has taken. {@code number} and {@code text} stay sealed until it is sent. */
    record Claim(long id, OutgoingSms.Kind kind, byte[] to, byte[] number, byte[] text, int attempt, int copies) {}

    /** A claim and what became of it. */
    record Finished(Claim claim, SendOutcome outcome) {}

    /**
     * Takes the most urgent row that {@code line} may send and marks it SENDING; to be committed before the line is
     * asked. Rows wanted by one of {@code others} are left to them.
     */
    Optional<Claim> claim(String line, Collection<String> others) {
        Instant now = clock.instant();
        for (long id : due(now, others)) {
            Optional<Claim> claim = lock(id);
            if (claim.isPresent()) {
                sql.update(
                        "update sms_outbox set state = 'SENDING', attempts = attempts + 1, sent_by = ?, sending_at = ?"
                                + " where id = ?",
                        line,
                        now,
                        id);
                return claim;
            }
        }
        return Optional.empty();
    }

    private List<Long> due(Instant now, Collection<String> others) {
        String notTheirs = others.isEmpty()
                ? ""
                : " and line not in (" + String.join(",", Collections.nCopies(others.size(), "?")) + ")";
        StringBuilder union = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (OutgoingSms.Kind kind : OutgoingSms.Kind.values()) {
            union.append(union.isEmpty() ? "" : " union all ").append(String.format(DUE, kind.ordinal(), notTheirs));
            parameters.add(now);
            parameters.add(now);
            parameters.addAll(others);
        }
        return sql.rows(
                union + " order by priority, not_before, id limit " + AT_ONCE,
                row -> row.number("id"),
                parameters.toArray());
    }

    private Optional<Claim> lock(long id) {
        return sql.first(
                "select id, kind, to_index, to_sealed, text_sealed, attempts, copies from sms_outbox"
                        + " where id = ? and state = 'NEW' for update skip locked",
                row -> new Claim(
                        row.number("id"),
                        OutgoingSms.Kind.valueOf(row.text("kind")),
                        row.bytes("to_index"),
                        row.bytes("to_sealed"),
                        row.bytes("text_sealed"),
                        (int) row.number("attempts") + 1,
                        (int) row.number("copies")),
                id);
    }

    /** Opens a claim for the line. */
    Submission open(Claim claim) {
        String number = cipher.open(new Place(SqlOutbox.TABLE, "to_sealed", claim.id()), claim.number());
        String text = cipher.open(new Place(SqlOutbox.TABLE, "text_sealed", claim.id()), claim.text());
        return new Submission(claim.id(), new PhoneNumber(number), text);
    }

    /** Notes what became of a claim. */
    void record(String line, Finished finished) {
        SendOutcome outcome = finished.outcome();
        Claim claim = finished.claim();
        Instant now = clock.instant();
        switch (outcome.result()) {
            case SENT -> sent(claim, outcome, now);
            case RETRY -> to(claim, "NEW", outcome, now.plus(retries.after(claim.attempt())));
            case UNKNOWN -> unknown(claim, outcome, now);
            case REFUSED -> to(claim, "FAILED", outcome, now);
        }
        references(line, finished, now);
    }

    private void sent(Claim claim, SendOutcome outcome, Instant now) {
        sql.update(
                "update sms_outbox set state = 'SENT', sent_at = ?, copies = copies + 1, parts = parts + ?, reason = null"
                        + " where id = ?",
                now,
                Math.max(1, outcome.references().size()),
                claim.id());
    }

    // Nobody knows whether it went: one more copy later, unless a report comes or it was a question.
    private void unknown(Claim claim, SendOutcome outcome, Instant now) {
        sql.update(
                "update sms_outbox set state = 'UNKNOWN', sent_at = ?, copies = copies + 1, parts = parts + ?, reason = ?,"
                        + " not_before = ? where id = ?",
                now,
                Math.max(1, outcome.references().size()),
                cut(outcome.reason()),
                now.plus(resendAfter),
                claim.id());
    }

    private void to(Claim claim, String state, SendOutcome outcome, Instant notBefore) {
        sql.update(
                "update sms_outbox set state = ?, reason = ?, not_before = ? where id = ?",
                state,
                cut(outcome.reason()),
                notBefore,
                claim.id());
    }

    private void references(String line, Finished finished, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (String reference : finished.outcome().references()) {
            int number = rows.size() + 1;
            rows.add(new Object[] {finished.claim().id(), finished.claim().attempt(), number, line, reference, now});
        }
        sql.batch(
                "insert into sms_outbox_part (outbox_id, copy, number, line, reference, sent_at) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** What was in a line's hand when the process died may have gone out. Tells how many. */
    int disown(String line) {
        return sql
                .rows(
                        "select id from sms_outbox where state = 'SENDING' and sent_by = ?",
                        row -> row.number("id"),
                        line)
                .stream()
                .mapToInt(this::disown)
                .sum();
    }

    /** The same for lines that this node does not have, after a time no submission takes. */
    int disownAbandoned(Duration after) {
        return sql
                .rows(
                        "select id from sms_outbox where state = 'SENDING' and sending_at < ? limit 100",
                        row -> row.number("id"),
                        clock.instant().minus(after))
                .stream()
                .mapToInt(this::disown)
                .sum();
    }

    private int disown(long id) {
        Instant now = clock.instant();
        return sql.update(
                "update sms_outbox set state = 'UNKNOWN', sent_at = sending_at, copies = copies + 1, parts = parts + 1,"
                        + " reason = 'the process ended while sending', not_before = ? where id = ? and state = 'SENDING'",
                now.plus(resendAfter),
                id);
    }

    /** Gives texts of unknown fate their one second copy when no report came in time. Questions get none. */
    int resendUnknown() {
        return forEach(
                "select id from sms_outbox where state = 'UNKNOWN' and priority < ? and not_before <= ? and copies < "
                        + COPIES + " and not_after > ? limit 100",
                "update sms_outbox set state = 'NEW' where id = ? and state = 'UNKNOWN'",
                OutgoingSms.Kind.SURVEY.ordinal());
    }

    /** Gives up what is no longer worth sending. */
    int expire() {
        return forEach(
                "select id from sms_outbox where state = 'NEW' and priority <= ? and not_before <= ? and not_after <= ?"
                        + " limit 500",
                "update sms_outbox set state = 'EXPIRED' where id = ? and state = 'NEW'",
                OutgoingSms.Kind.SURVEY.ordinal());
    }

    // One row at a time by its key: a range update would lock gaps that others insert into.
    private int forEach(String select, String update, int priority) {
        Instant now = clock.instant();
        return sql.rows(select, row -> row.number("id"), priority, now, now).stream()
                .mapToInt(id -> sql.update(update, id))
                .sum();
    }

    /** Parts a line sent since {@code start}. */
    int sentSince(String line, Instant start) {
        return sql.first(
                        "select coalesce(sum(parts), 0) as n from sms_outbox where sent_by = ? and sent_at >= ?",
                        row -> (int) row.number("n"),
                        line,
                        start)
                .orElse(0);
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= 255 ? reason : reason.substring(0, 255);
    }
}
