package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.Intake.ReceivedReport;
import vn.mscore.hotline.sms.Intake.ReceivedReport.Meaning;
import vn.mscore.hotline.sms.LineCounts;

/**
 * Delivery reports. A modem's reference wraps at 256 and some modems always say 0, so a report fits a part only if line,
 * reference, recipient and time do; an id that is more than such a number fits the one part that has it, as not every
 * centre names the recipient. What fits nothing is kept, and tried again: a report may overtake our own note.
 */
@Singleton
class SqlReports implements DeliveryReports {
    private static final Logger LOG = Logger.getLogger(SqlReports.class.getName());
    private static final String TABLE = "sms_report";
    private static final Duration LATEST = Duration.ofDays(3);
    private static final Duration MATCHED_AGAIN = Duration.ofHours(1);
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;
    private static final String UNMATCHED = "select id, line, reference, to_index, status, received_at from sms_report"
            + " where not matched and received_at > ? and received_at <= ?";
    private static final String NEWEST = UNMATCHED + " order by id desc limit " + AT_ONCE;
    private static final String NEXT = UNMATCHED + " and id > ? order by id limit " + AT_ONCE;

    private static final String IN_DOUBT = "select id from sms_outbox where state = 'UNKNOWN' and sent_by = ?"
            + " and to_index = ? and sending_at > ? and reports_due = 1 order by sending_at limit 1";
    private static final String STATUS =
            "update sms_outbox_part set status = ?, reported_at = ? where outbox_id = ? and copy = ? and number = ?";

    private static final String OPEN =
            "select p.outbox_id, p.copy, p.number from sms_outbox_part p join sms_outbox o on o.id = p.outbox_id"
                    + " where p.line = ? and p.reference = ? and p.sent_at > ? and (p.status is null or p.status between 32"
                    + " and 63) and (? or o.to_index = ?) order by p.sent_at desc limit 2";

    /** TP-MR of 3GPP TS 23.040 9.2.3.6: what a modem counts from 0 to 255. */
    private static final String TP_MR = "\\d{1,3}";

    private static final String HAS =
            "select 1 from sms_outbox_part where line = ? and reference = ? and sent_at > ? limit 1";
    private static final String KNOWN = "select 1 from sms_outbox_part p join sms_outbox o on o.id = p.outbox_id"
            + " where p.line = ? and p.reference = ? and p.sent_at > ? and o.to_index = ?";
    private static final String IN_HAND =
            "select 1 from sms_outbox where to_index = ? and state = 'SENDING' and sent_by = ?";
    // Rows of before this was counted have reports_due 0: what is noted of them must do.
    private static final String WHOLE = "select 1 from sms_outbox o join sms_outbox_part p on p.outbox_id = o.id"
            + " where o.id = ? and p.copy = ? and (o.reports_due > 0 or o.state <> 'UNKNOWN') group by o.id"
            + " having sum(p.status < 32) >= if(max(o.reports_due) > 0, max(o.reports_due), count(*))";
    private static final String DELIVERED = "update sms_outbox set delivery = 'DELIVERED',"
            + " state = if(state = 'UNKNOWN', 'SENT', state) where id = ?";
    private static final String FAILED = "update sms_outbox set delivery = 'FAILED' where id = ?"
            + " and state in ('SENT', 'UNKNOWN')"
            + " and ? >= (select coalesce(max(copy), 0) from sms_outbox_part p where p.outbox_id = sms_outbox.id)";
    private static final int LAST_COPY = Integer.MAX_VALUE;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final BlindIndex blind;
    private final PersonalDataCipher cipher;
    private final LineCounts counts;
    private volatile long triedUpTo;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Inject
    SqlReports(Sql sql, Ids ids, Clock clock, BlindIndex blind, PersonalDataCipher cipher, LineCounts counts) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.blind = blind;
        this.cipher = cipher;
        this.counts = counts;
    }

    /** A report as its row holds it. */
    record Kept(long id, String line, String reference, byte[] to, boolean nameless, int status, Instant at) {
        private Meaning meaning() {
            return new ReceivedReport(line, reference, "", status, Optional.empty(), new byte[0]).meaning();
        }
    }

    @Override
    public void note(ReceivedReport report) {
        Instant earliest = clock.instant().minus(LATEST);
        Optional<String> other =
                report.otherReference().filter(one -> !sql.exists(HAS, report.line(), report.reference(), earliest));
        boolean isOther = other.filter(one -> sql.exists(HAS, report.line(), one, earliest))
                .isPresent();
        boolean fits = isOther ? fits(report.by(other.orElseThrow())) : fits(report);
        if (other.isPresent() && !isOther) {
            // It may have overtaken our own note: either form may be the one that is noted then.
            fits |= fits(report.by(other.get()));
        }
        if (!fits) {
            unasked(report.line());
        }
    }

    /** Keeps it; whether it fits a text of ours, or was kept before. */
    private boolean fits(ReceivedReport report) {
        Correspondent to = Correspondent.of(report.recipient(), blind);
        long id = ids.next();
        Instant now = clock.instant();
        return !insert(id, report, to, now)
                || match(new Kept(
                        id,
                        report.line(),
                        report.reference(),
                        to.index(),
                        to.text().isEmpty(),
                        report.status(),
                        now));
    }

    private void counted(Kept report) {
        if (report.meaning() != Meaning.TRYING) {
            boolean failed = report.meaning() == Meaning.FAILED;
            counts.count(report.line(), failed ? LineCounts.Event.UNDELIVERED : LineCounts.Event.DELIVERED);
        }
    }

    /** Told once a line: a modem that never says a reference has many. */
    private void unasked(String line) {
        counts.count(line, LineCounts.Event.UNASKED);
        if (told.add(line)) {
            LOG.log(Level.INFO, "line {0}: a delivery report that fits no text of ours", line);
        }
    }

    private boolean insert(long id, ReceivedReport report, Correspondent to, Instant now) {
        String discharged = report.dischargedAt().map(Instant::toString).orElse("");
        String identity = String.join(
                "\u001f",
                report.line(),
                report.reference(),
                to.text(),
                report.status() + discharged,
                HexFormat.of().formatHex(report.raw()));
        return sql.insertNew(
                "insert into sms_report (id, line, reference, to_index, to_sealed, status, discharged_at, received_at,"
                        + " raw_sealed, dedupe_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                report.line(),
                report.reference(),
                to.index(),
                cipher.seal(Lane.PERSONAL, new Place(TABLE, "to_sealed", id), to.text()),
                report.status(),
                report.dischargedAt(),
                now,
                cipher.sealBytes(Lane.PERSONAL, new Place(TABLE, "raw_sealed", id), report.raw()),
                blind.of(Purpose.DEDUPE, "report\u001f" + identity));
    }

    /**
     * Tries reports again that fitted nothing when they came, and tells how many do now: those that may just have overtaken
     * our own note each time, the others of the last hour in turn.
     */
    int matchAgain() {
        Instant now = clock.instant();
        Instant young = now.minus(YOUNG);
        List<Kept> left = new ArrayList<>(unmatched(NEWEST, young, now));
        List<Kept> older = unmatched(NEXT, now.minus(MATCHED_AGAIN), young, triedUpTo);
        triedUpTo = older.size() < AT_ONCE ? 0 : older.get(older.size() - 1).id();
        left.addAll(older);
        return (int) left.stream().filter(this::match).count();
    }

    private List<Kept> unmatched(String query, Object... parameters) {
        byte[] nobody = Correspondent.of("", blind).index();
        return sql.rows(
                query,
                row -> new Kept(
                        row.number("id"),
                        row.text("line"),
                        row.text("reference"),
                        row.bytes("to_index"),
                        Arrays.equals(row.bytes("to_index"), nobody),
                        (int) row.number("status"),
                        row.instant("received_at")),
                parameters);
    }

    private boolean match(Kept report) {
        Optional<Part> part = part(report);
        Optional<Long> message = part.map(Part::outboxId).or(() -> unknownTo(report));
        message.ifPresent(id -> {
            sql.update("update sms_report set matched = true, outbox_id = ? where id = ?", id, report.id());
            part.ifPresent(fitting -> noteStatus(fitting, report));
            conclude(id, report, part);
            counted(report);
        });
        return message.isPresent();
    }

    /** A sent part waiting for its report. */
    private record Part(long outboxId, int copy, int number) {}

    private Optional<Part> part(Kept report) {
        Optional<Part> part = parts(report, report.nameless()).stream().findFirst();
        return part.isPresent() || report.reference().matches(TP_MR) ? part : onlyPart(report);
    }

    private Optional<Part> onlyPart(Kept report) {
        List<Part> parts = parts(report, true);
        return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** At most two, the one sent last first. */
    private List<Part> parts(Kept report, boolean whoever) {
        return sql.rows(
                OPEN,
                row -> new Part(row.number("outbox_id"), (int) row.number("copy"), (int) row.number("number")),
                report.line(),
                report.reference(),
                report.at().minus(LATEST),
                whoever,
                report.to());
    }

    // After a lost answer we have no reference; the number and the line must do, for a text that one report tells of.
    // While another text to it is in hand it may be that one's, which shows a little later.
    private Optional<Long> unknownTo(Kept report) {
        Instant earliest = report.at().minus(LATEST);
        if (sql.exists(KNOWN, report.line(), report.reference(), earliest, report.to())
                || sql.exists(IN_HAND, report.to(), report.line())) {
            return Optional.empty();
        }
        return sql.ids(IN_DOUBT, report.line(), report.to(), earliest).stream().findFirst();
    }

    private void noteStatus(Part part, Kept report) {
        sql.update(STATUS, report.status(), report.at(), part.outboxId(), part.copy(), part.number());
    }

    // A failed part leaves an UNKNOWN text where it is: the second copy is its one more chance.
    private void conclude(long id, Kept report, Optional<Part> part) {
        if (report.meaning() == Meaning.FAILED) {
            int copy = part.map(Part::copy).orElse(LAST_COPY);
            sql.update(FAILED, id, copy);
        } else if (report.meaning() == Meaning.DELIVERED
                && part.map(this::isWhole).orElse(true)) {
            sql.update(DELIVERED, id);
        }
    }

    private boolean isWhole(Part part) {
        return sql.exists(WHOLE, part.outboxId(), part.copy());
    }
}
