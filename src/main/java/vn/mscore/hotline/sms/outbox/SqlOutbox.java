package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.TextDigest;
import vn.mscore.hotline.sms.Unanswered;
import vn.mscore.hotline.sms.outbox.SentLately.History;

/**
 * The outbox table's entrance. Limits the answering, never the recording: a refusal costs the citizen an answer, not his
 * message (security R29; RFC 3834 against loops).
 */
@Singleton
class SqlOutbox implements SmsOutbox {
    static final String TABLE = "sms_outbox";

    private static final Logger LOG = Logger.getLogger(SqlOutbox.class.getName());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Reason DESTINATION =
            new Reason("sms.destination-refused", "we send to Vietnamese mobile numbers only");
    private static final Reason OWN = new Reason("sms.own-number", "we do not write to ourselves");
    private static final Reason LIMIT = new Reason("sms.reply-limit", "enough texts to this number for now");
    private static final Reason BUDGET = new Reason("sms.reply-budget", "enough replies to everybody for today");
    private static final Reason PREFIX =
            new Reason("sms.reply-prefix", "enough replies to numbers that begin like this one for today");
    private static final String LATER = "sms.reply-later";
    private static final Reason ECHO = new Reason("sms.echo", "the message was our own text");

    private static final String UNASKED =
            "select count(*) as n from sms_outbox where to_index = ? and created_at > ? and not reply and kind <> 'ALARM'";
    private static final String REPLIES = "select count(*) as n from sms_outbox where reply = true and created_at >= ?";

    private static final String WAITING =
            "select not_before from sms_outbox where state in ('NEW', 'SENDING', 'SENT') and priority = 0"
                    + " and not_before >= ? and (not_before >= ? or created_at < ?)";

    private static final Sql.Insert INSERT = new Sql.Insert(
            TABLE,
            "insert into sms_outbox (id, kind, priority, state, line, to_index, to_sealed, text_sealed, text_digest,"
                    + " reply, answers_id, created_at, not_before, first_due, not_after, secret, reports_due) values ",
            "(?, ?, ?, 'NEW', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            "");

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Facts facts;
    private final LineCounts counts;
    private final BlindIndex blind;
    private final PersonalDataCipher cipher;
    private final OutboxSettings settings;
    private final ReplyBudget budget;
    private final PrefixBudget prefixes;
    private final SentLately lately;
    private final ReplyBudget.Rows rows = new ReplyBudget.Rows() {
        @Override
        public int since(Instant start) {
            return sql.count(REPLIES, start);
        }

        @Override
        public List<Instant> waiting(Instant hour) {
            Instant next = hour.plus(1, ChronoUnit.HOURS);
            return sql.rows(WAITING, row -> row.instant("not_before"), hour, next, hour);
        }
    };
    private final LineChooser chooser;
    private final Unanswered unanswered;

    @Inject
    SqlOutbox(
            Sql sql,
            Ids ids,
            Clock clock,
            Facts facts,
            LineCounts counts,
            BlindIndex blind,
            PersonalDataCipher cipher,
            LineChooser chooser,
            Unanswered unanswered,
            Settings settings) {
        this.sql = sql;
        this.lately = new SentLately(sql);
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
        this.counts = counts;
        this.blind = blind;
        this.cipher = cipher;
        this.settings = OutboxSettings.from(settings);
        this.chooser = chooser;
        this.unanswered = unanswered;
        this.budget = new ReplyBudget(clock, this.settings.allPerHour());
        this.prefixes = new PrefixBudget(clock, this.settings.prefixDigits(), this.settings.prefixPerDay());
    }

    @Override
    public Optional<Reason> put(OutgoingSms sms) {
        byte[] to = blind.of(Purpose.LIMIT, sms.to().e164());
        Instant now = clock.instant();
        Optional<Reason> wrong = destination(sms);
        History history = wrong.isPresent() ? History.NONE : history(sms, to, now);
        Optional<Reason> refused = wrong.or(() -> overLimit(sms, to, now, history));
        Optional<Instant> leaves = refused.isPresent() ? Optional.empty() : leaves(sms, now);
        if (leaves.isPresent()) {
            Optional<String> home = chooser.home(sms);
            insert(sms, to, new Leaving(now, leaves.get(), home, history.lane()));
            if (isReply(sms)) {
                prefixes.count(sms.to());
            }
            Failpoint.hit("out.afterPut.beforeCommit");
            wake(new OutboxSignal.Queued(home));
            return Optional.empty();
        }
        Reason reason = refused.orElse(BUDGET);
        counts.refused(reason.code());
        sms.answers().ifPresent(message -> unanswered.because(message, reason.code()));
        LOG.log(Level.INFO, "no text to {0}: {1}", new Object[] {sms.to(), reason.code()});
        return Optional.of(reason);
    }

    /** Once for all texts that are written together: a line that looks for the first finds the others, and would look again in vain. */
    private void wake(OutboxSignal.Queued queued) {
        if (sql.foreseen(queued, OutboxSignal.Queued.class).isEmpty()) {
            facts.tell(queued);
        }
        sql.foresee(List.of(), queued, queued);
    }

    /** When it may leave at the earliest; empty when the budget for replies to everybody is used up. */
    private Optional<Instant> leaves(OutgoingSms sms, Instant now) {
        Instant wanted = wanted(sms, now);
        if (!isReply(sms)) {
            return Optional.of(wanted);
        }
        Optional<Instant> free = budget.take(now, settings.allPerDay(), wanted.plus(validity(sms)), rows);
        if (free.isEmpty()) {
            LOG.warning("the budget of replies is used up: everything is kept, nothing more is answered");
        } else if (free.get().isAfter(now)) {
            counts.refused(LATER);
        }
        return free.map(at -> at.isAfter(wanted) ? at : wanted);
    }

    private Duration validity(OutgoingSms sms) {
        Duration most = settings.validity().get(sms.kind());
        return sms.validity().compareTo(most) > 0 ? most : sms.validity();
    }

    private static boolean isReply(OutgoingSms sms) {
        return sms.kind() == OutgoingSms.Kind.ANSWER || sms.answers().isPresent();
    }

    @Override
    public boolean allows(PhoneNumber number) {
        return refusal(number).isEmpty();
    }

    /** A probe goes to a line of ours on purpose. */
    private Optional<Reason> destination(OutgoingSms sms) {
        return sms.kind() == OutgoingSms.Kind.PROBE ? Optional.empty() : refusal(sms.to());
    }

    private Optional<Reason> refusal(PhoneNumber number) {
        if (settings.isOwn(number) || chooser.isOurs(number)) {
            return Optional.of(OWN);
        }
        return settings.allows(number) ? Optional.empty() : Optional.of(DESTINATION);
    }

    /** When it should leave, were there no budget. */
    private static Instant wanted(OutgoingSms sms, Instant now) {
        return sms.notBefore().filter(now::isBefore).orElse(now);
    }

    private Optional<Reason> overLimit(OutgoingSms sms, byte[] to, Instant now, History history) {
        if (sms.kind() == OutgoingSms.Kind.ALARM) {
            return Optional.empty();
        }
        if (!isReply(sms)) {
            return unasked(to, now) >= settings.perDay() ? Optional.of(LIMIT) : Optional.empty();
        }
        if (history.echo()) {
            return Optional.of(ECHO);
        }
        if (history.day() >= settings.perDay() || history.recent() >= settings.per10Minutes() || history.enough()) {
            return Optional.of(LIMIT);
        }
        return prefixes.isSpent(sms.to()) ? Optional.of(PREFIX) : Optional.empty();
    }

    private History history(OutgoingSms sms, byte[] to, Instant now) {
        return isReply(sms) ? lately.history(to, sms.answers(), now) : History.NONE;
    }

    @Override
    public void foresee(List<IncomingSms> messages) {
        Map<Long, byte[]> asked = new LinkedHashMap<>();
        for (IncomingSms message : messages) {
            message.sender().ifPresent(phone -> asked.put(message.id(), blind.of(Purpose.LIMIT, phone.e164())));
        }
        lately.foresee(asked, clock.instant());
    }

    private int unasked(byte[] to, Instant now) {
        return sql.count(UNASKED, to, now.minus(DAY));
    }

    /** When it was asked for, when it may leave, by which line, and in which lane its words are kept. */
    private record Leaving(Instant asked, Instant notBefore, Optional<String> home, Lane lane) {}

    private void insert(OutgoingSms sms, byte[] to, Leaving leaving) {
        long id = ids.next();
        Lane lane = leaving.lane();
        sql.later(
                INSERT,
                id,
                sms.kind(),
                sms.kind().priority(),
                leaving.home().orElse(""),
                to,
                cipher.seal(lane, new Place(TABLE, "to_sealed", id), sms.to().e164()),
                cipher.seal(lane, new Place(TABLE, "text_sealed", id), sms.text()),
                TextDigest.of(sms.text(), blind),
                isReply(sms),
                sms.answers(),
                leaving.asked(),
                leaving.notBefore(),
                leaving.notBefore(),
                wanted(sms, leaving.asked()).plus(validity(sms)),
                lane == Lane.SECRET,
                SplitterPrices.parts(sms.text()));
    }
}
