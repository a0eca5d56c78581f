package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** The outbox table's exit: what a line takes next, and what became of it. */
@Singleton
class SqlOutboxQueue {
    /** So many more are looked at than wanted: another node may hold the first ones. */
    private static final int SPARE = 3;

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_REFERENCE = 100;

    /**
     * How many parts the next copy of a row will have: as many as those before, if there were any. Stays the same for a
     * copy that was counted so.
     */
    static final String FORESEEN = "greatest(1, reports_due, if(copies = 0, 0, parts div copies))";

    private static final String DUE =
            "(select id, %d as turn, not_before from sms_outbox where state = 'NEW' and priority ="
                    + " %d and not_before <= ? and not_after > ?%s order by not_before, id limit %d)";

    /** Of kinds that wait for the same lines; in the order of the index, which is not that in which they leave. */
    private static final String DUE_TOGETHER =
            "select id, kind, not_before from sms_outbox force index (due) where state = 'NEW' and priority in (%s)"
                    + " and not_before <= ? and not_after > ?%s order by priority, not_before, id limit %d";

    private static final String LOCK =
            "select id, kind, to_index, to_sealed, text_sealed, attempts, copies, not_after, reply,"
                    + " created_at, not_before, " + FORESEEN + " as size from sms_outbox"
                    + " force index (primary) where state = 'NEW' and id in (%s) for update skip locked";
    private static final String TAKE = "update sms_outbox set state = 'SENDING', attempts = attempts + 1, sent_by = ?,"
            + " sending_at = ? where id in (%s)";
    // Also from UNKNOWN: another node may have given the text up while this one still waited for the network. What it
    // counted then is what it foresaw; assigned from left to right.
    private static final String NOTE =
            "update sms_outbox force index (primary) set copies = copies + if(state = 'UNKNOWN', 0, 1), sent_at = ?,"
                    + " parts = parts + ? - if(state = 'UNKNOWN', " + FORESEEN + ", 0), state = 'SENT',"
                    + " reports_due = coalesce(?, reports_due), reason = null";
    private static final String SENT = NOTE + " where id in (%s) and attempts = ? and state in ('SENDING', 'UNKNOWN')";
    private static final String JUST_SENT = "select id from sms_outbox o where id in (%s) and attempts = ?"
            + " and state = 'SENT' and sent_at = ? and not exists (select 1 from sms_outbox_part p"
            + " where p.outbox_id = o.id and p.copy = o.attempts)";
    private static final String IN_HAND = " where id = ? and attempts = ? and state = 'SENDING'";
    private static final String UNKNOWN = "update sms_outbox set state = 'UNKNOWN', sent_at = ?, copies = copies + 1,"
            + " parts = parts + ?, reports_due = coalesce(?, reports_due), reason = ?, not_before = ?" + IN_HAND;
    private static final String NOT_SENT = "update sms_outbox set state = ?, reason = ?, not_before = ?" + IN_HAND;
    private static final String GIVE_BACK = "update sms_outbox set state = 'NEW', attempts = attempts - 1"
            + " where id = ? and state = 'SENDING' and sent_by = ? and attempts = ? and sending_at = ?";
    private static final String REFERENCE =
            "insert into sms_outbox_part (outbox_id, copy, number, line, reference, sent_at) values ";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Clock clock;
    private final QuietRule quiet;
    private final Duration resendAfter;
    private final RetryPlan retries = new RetryPlan(RandomGenerator.getDefault());

    @Inject
    SqlOutboxQueue(Sql sql, PersonalDataCipher cipher, Clock clock, QuietRule quiet, Settings settings) {
        this.sql = sql;
        this.cipher = cipher;
        this.clock = clock;
        this.quiet = quiet;
        this.resendAfter = OutboxSettings.from(settings).resendAfter();
    }

    /** A row a line has taken. {@code number} and {@code text} stay sealed until it is sent; {@code parts} are foreseen. */
    record Claim(
            long id,
            Kind kind,
            byte[] to,
            byte[] number,
            byte[] text,
            int attempt,
            int copies,
            int parts,
            Instant taken,
            Instant until) {}

    /** A claim and what became of it. */
    record Finished(Claim claim, SendOutcome outcome) {}

    /**
     * Takes the most urgent rows that {@code line} may send and marks them SENDING; to be committed before the line is asked.
     * Rows of a kind wanted by one of {@code others} are left to them.
     */
    List<Claim> claim(String line, Function<Kind, ? extends Collection<String>> others, Rooms rooms) {
        Instant now = clock.instant();
        List<Long> due = due(now, others, rooms);
        if (due.isEmpty()) {
            return List.of();
        }
        List<Claim> taken = fitting(
                sql.rows(in(LOCK, due), row -> claim(row, now), due.toArray()).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(claim -> due.indexOf(claim.id())))
                        .toList(),
                rooms);
        if (!taken.isEmpty()) {
            List<Object> parameters = new ArrayList<>(List.of(line, now));
            taken.forEach(claim -> parameters.add(claim.id()));
            sql.update(in(TAKE, taken), parameters.toArray());
            Failpoint.hit("out.afterClaim.beforeCommit");
        }
        return taken;
    }

    private static List<Claim> fitting(List<Claim> found, Rooms rooms) {
        List<Claim> taken = new ArrayList<>();
        int size = 0;
        for (Claim claim : found) {
            if (rooms.holds(claim.kind(), taken.size(), size)) {
                taken.add(claim);
                size += claim.parts();
            }
        }
        return taken;
    }

    private static String in(String statement, Collection<?> values) {
        return String.format(statement, Sql.marks(values.size()));
    }

    private List<Long> due(Instant now, Function<Kind, ? extends Collection<String>> others, Rooms rooms) {
        int limit = rooms.most() + SPARE;
        Map<Kind, Set<String>> theirs = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (rooms.of(kind) > 0) {
                theirs.put(kind, new LinkedHashSet<>(others.apply(kind)));
            }
        }
        boolean alike = Set.copyOf(theirs.values()).size() == 1;
        return (alike ? dueTogether(now, theirs, limit) : Optional.<List<Long>>empty())
                .orElseGet(() -> dueEach(now, theirs, limit));
    }

    /** Empty when texts that leave late may hide some that leave before them. */
    private Optional<List<Long>> dueTogether(Instant now, Map<Kind, Set<String>> theirs, int limit) {
        Set<String> lines = theirs.values().iterator().next();
        String priorities = theirs.keySet().stream()
                .map(kind -> Integer.toString(kind.priority()))
                .collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>(List.of(now, now));
        parameters.addAll(lines);
        List<Due> found = sql.rows(
                String.format(DUE_TOGETHER, priorities, notTheirs(lines.size()), limit),
                Due::read,
                parameters.toArray());
        boolean all = found.size() < limit || found.stream().noneMatch(Due::isBehindLaterOnes);
        return all ? Optional.of(found.stream().sorted(Due.ORDER).map(Due::id).toList()) : Optional.empty();
    }

    /** A row that may leave. */
    private record Due(long id, Kind kind, Instant notBefore) {
        static final Comparator<Due> ORDER = Comparator.comparingInt(
                        (Due due) -> due.kind().rank())
                .thenComparing(Due::notBefore)
                .thenComparing(Due::id);

        static Due read(Sql.Row row) throws SQLException {
            return new Due(row.number("id"), Kind.valueOf(row.text("kind")), row.instant("not_before"));
        }

        /** Whether some kind is behind this one in the index and leaves before it. */
        boolean isBehindLaterOnes() {
            return Arrays.stream(Kind.values())
                    .anyMatch(other -> other.priority() > kind.priority() && other.rank() < kind.rank());
        }
    }

    private List<Long> dueEach(Instant now, Map<Kind, Set<String>> theirs, int limit) {
        StringBuilder union = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        theirs.forEach((kind, lines) -> {
            union.append(union.isEmpty() ? "" : " union all ")
                    .append(String.format(DUE, kind.rank(), kind.priority(), notTheirs(lines.size()), limit));
            parameters.add(now);
            parameters.add(now);
            parameters.addAll(lines);
        });
        return sql.ids(union + " order by turn, not_before, id limit " + limit, parameters.toArray());
    }

    private static String notTheirs(int lines) {
        return lines == 0 ? "" : " and line not in (" + Sql.marks(lines) + ")";
    }

    /** Empty when it may not leave at a quiet time: QuietCare will find its hour. */
    private Optional<Claim> claim(Sql.Row row, Instant now) throws SQLException {
        Kind kind = Kind.valueOf(row.text("kind"));
        QuietRule.Text text =
                new QuietRule.Text(kind, row.flag("reply"), row.instant("created_at"), row.instant("not_before"));
        return quiet.holds(text, now) ? Optional.empty() : Optional.of(claim(row, kind, now));
    }

    private static Claim claim(Sql.Row row, Kind kind, Instant now) throws SQLException {
        return new Claim(
                row.number("id"),
                kind,
                row.bytes("to_index"),
                row.bytes("to_sealed"),
                row.bytes("text_sealed"),
                (int) row.number("attempts") + 1,
                (int) row.number("copies"),
                (int) row.number("size"),
                now,
                row.instant("not_after"));
    }

    /** Whether a claim is worth nothing any more by this node's clock. */
    boolean isTooOld(Claim claim) {
        return !claim.until().isAfter(clock.instant());
    }

    /** Opens a claim for the line; the network may try as long as the text is worth it. */
    Submission open(Claim claim) {
        String number = cipher.open(new Place(SqlOutbox.TABLE, "to_sealed", claim.id()), claim.number());
        String text = cipher.open(new Place(SqlOutbox.TABLE, "text_sealed", claim.id()), claim.text());
        return new Submission(
                claim.id(), new PhoneNumber(number), text, Duration.between(clock.instant(), claim.until()));
    }

    /** Notes what became of claims; noting it again, because the answer to the commit was lost, changes nothing. */
    void record(String line, List<Finished> all) {
        Map<Size, List<Finished>> sent = new LinkedHashMap<>();
        for (Finished finished : all) {
            if (finished.outcome().result() == SendOutcome.Result.SENT) {
                sent.computeIfAbsent(Size.of(finished), size -> new ArrayList<>())
                        .add(finished);
            } else {
                record(line, finished);
            }
        }
        sent.forEach((size, alike) -> sent(line, size, alike));
    }

    /** Which try it was, how many parts are charged, and how many reports tell of them; null when that is not known. */
    private record Size(int attempt, int parts, Integer reports) {
        private static Size of(Finished finished) {
            int reports = finished.outcome().reports();
            return new Size(finished.claim().attempt(), finished.outcome().charged(), reports > 0 ? reports : null);
        }
    }

    /** Those that the network took at the same try in as many parts each. */
    private void sent(String line, Size size, List<Finished> alike) {
        Instant now = clock.instant();
        List<Long> ids = alike.stream().map(finished -> finished.claim().id()).toList();
        List<Object> parameters = new ArrayList<>(Arrays.asList(now, size.parts(), size.reports()));
        parameters.addAll(ids);
        parameters.add(size.attempt());
        boolean all = sql.update(in(SENT, ids), parameters.toArray()) == ids.size();
        Set<Long> noted = Set.copyOf(all ? ids : justSent(ids, size, now));
        references(
                line,
                alike.stream()
                        .filter(finished -> noted.contains(finished.claim().id()))
                        .toList(),
                now);
    }

    /** Which of them it was, when some were not ours any more or noted before. */
    private List<Long> justSent(List<Long> ids, Size size, Instant now) {
        List<Object> parameters = new ArrayList<>(ids);
        parameters.add(size.attempt());
        parameters.add(now);
        return sql.ids(in(JUST_SENT, ids), parameters.toArray());
    }

    private void record(String line, Finished finished) {
        SendOutcome outcome = finished.outcome();
        Claim claim = finished.claim();
        Instant now = clock.instant();
        int noted =
                switch (outcome.result()) {
                    case RETRY -> to(claim, "NEW", outcome, again(claim, now));
                    case REFUSED -> to(claim, "FAILED", outcome, now);
                    default -> unknown(finished, Size.of(finished), now);
                };
        if (noted > 0) {
            references(line, List.of(finished), now);
        }
    }

    // What is worth nothing any more waits for nothing but its end.
    private Instant again(Claim claim, Instant now) {
        return claim.until().isAfter(now) ? now.plus(retries.after(claim.attempt())) : now;
    }

    // Nobody knows whether it went: one more copy later, unless a report comes or it was a question.
    private int unknown(Finished finished, Size size, Instant now) {
        Claim claim = finished.claim();
        String reason = cut(finished.outcome().reason(), LONGEST_REASON);
        return sql.update(
                UNKNOWN, now, size.parts(), size.reports(), reason, now.plus(resendAfter), claim.id(), claim.attempt());
    }

    private int to(Claim claim, String state, SendOutcome outcome, Instant notBefore) {
        String reason = cut(outcome.reason(), LONGEST_REASON);
        return sql.update(NOT_SENT, state, reason, notBefore, claim.id(), claim.attempt());
    }

    private void references(String line, List<Finished> noted, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (Finished finished : noted) {
            Claim claim = finished.claim();
            int number = 1;
            for (String reference : finished.outcome().references()) {
                String kept = cut(reference, LONGEST_REFERENCE);
                rows.add(new Object[] {claim.id(), claim.attempt(), number++, line, kept, now});
            }
        }
        sql.insertAll(REFERENCE, "(?, ?, ?, ?, ?, ?)", rows);
    }

    /**
     * Gives back what a line may have taken in a commit it never heard of: none of it was sent. What another node has taken
     * since, by the same line, is that one's.
     */
    void giveBack(String line, List<Claim> claims) {
        claims.forEach(claim -> sql.update(GIVE_BACK, claim.id(), line, claim.attempt(), claim.taken()));
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
