package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.KeptMail;
import vn.mscore.hotline.sms.SmsLines;

/** Parked rows of the table of messages, and the table of deliveries nobody could decode. */
@Singleton
class SqlKeptMail implements KeptMail {
    private static final String NEWEST = "select id, true as parked, line, coalesce(last_error, '') as why, received_at"
            + " from sms_message where state = 'POISON' union all select id, false, line, why, received_at"
            + " from sms_quarantine where settled_at is null order by received_at desc limit ?";

    private static final Logger LOG = Logger.getLogger(SqlKeptMail.class.getName());
    private static final String UNPARK =
            "update sms_message set state = 'NEW', attempts = 0, last_error = null where state = 'POISON'";
    private static final String DEALT_WITH = "update sms_quarantine set settled_at = ?, dedupe_key = null";
    private static final String WAITS = " where id = ? and settled_at is null";

    private final Sql sql;
    private final InTransaction transactions;
    private final PersonalDataCipher cipher;
    private final SmsLines lines;
    private final Inbox inbox;
    private final Clock clock;

    @Inject
    SqlKeptMail(
            Sql sql, InTransaction transactions, PersonalDataCipher cipher, SmsLines lines, Inbox inbox, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.cipher = cipher;
        this.lines = lines;
        this.inbox = inbox;
        this.clock = clock;
    }

    private record Delivery(String line, byte[] raw, Instant cameAt) {}

    @Override
    public List<Kept> newest(int limit) {
        return sql.rows(NEWEST, SqlKeptMail::kept, limit);
    }

    private static Kept kept(Sql.Row row) throws SQLException {
        return new Kept(
                row.number("id"), row.flag("parked"), row.text("line"), row.text("why"), row.instant("received_at"));
    }

    @Override
    public Optional<String> open(long id) {
        return sql.first(
                        "select text_sealed from sms_message where id = ? and state = 'POISON' and not secret",
                        row -> cipher.open(new Place("sms_message", "text_sealed", id), row.bytes("text_sealed")),
                        id)
                .or(() -> delivery(id).map(kept -> shown(kept.raw())));
    }

    /** An aggregator's call is UTF-8, octets of the air are hex or are shown one by one. */
    private static String shown(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }

    private Optional<Delivery> delivery(long id) {
        return sql.first(
                "select line, raw_sealed, received_at from sms_quarantine" + WAITS + " and length(raw_sealed) > 0",
                row -> new Delivery(
                        row.text("line"),
                        cipher.openBytes(new Place("sms_quarantine", "raw_sealed", id), row.bytes("raw_sealed")),
                        row.instant("received_at")),
                id);
    }

    @Override
    public boolean readAgain(long id, Runnable deed) {
        return transactions.call(() -> written(unparked(id), deed))
                || transactions.call(() -> delivery(id)).filter(this::read).isPresent()
                        && transactions.call(() -> written(givenBack(id), deed));
    }

    private static boolean written(boolean done, Runnable deed) {
        if (done) {
            deed.run();
        }
        return done;
    }

    /** Late parts of a text are parked with it and go back with it. */
    private boolean unparked(long id) {
        boolean waited = sql.update(UNPARK + " and id = ?", id) > 0;
        if (waited) {
            sql.update(UNPARK + " and continues_id = ?", id);
        }
        return waited;
    }

    private boolean read(Delivery kept) {
        Again again = new Again(kept.cameAt());
        try {
            return lines.byName(kept.line())
                            .filter(line -> line.readAgain(kept.raw(), again))
                            .isPresent()
                    && !again.unreadable;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what waits for a person cannot be read still: {0}", Failures.describe(e));
            return false;
        }
    }

    /** Its words are with the message now. */
    private boolean givenBack(long id) {
        return sql.update(DEALT_WITH + ", raw_sealed = ''" + WAITS, clock.instant(), id) > 0;
    }

    @Override
    public boolean settle(long id) {
        return sql.update(DEALT_WITH + WAITS, clock.instant(), id) > 0;
    }

    /** The intake, which keeps nothing for a person a second time. */
    private final class Again implements Intake {
        private final Instant cameAt;
        private boolean unreadable;

        private Again(Instant cameAt) {
            this.cameAt = cameAt;
        }

        @Override
        public Stored store(ReceivedPart part) {
            return inbox.storeKept(part, cameAt);
        }

        @Override
        public void store(ReceivedReport report) {
            inbox.store(report);
        }

        @Override
        public void quarantine(String line, String why, byte[] raw) {
            unreadable = true;
        }

        @Override
        public void missedCall(String line, String caller, Instant at) {
            inbox.missedCall(line, caller, at);
        }
    }
}
