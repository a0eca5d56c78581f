package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackSettled;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.ReadoutDone;

/** The desk's side of {@code switchboard_callback}. */
@Singleton
public class SqlCallbackBook implements CallbackBook {
    private static final String OPEN = " where open_index is not null";
    private static final String DUE = OPEN + " and (not_before is null or not_before <= ?)";

    private final Sql sql;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;
    private final Clock clock;
    private final CallbackPauses pauses;
    private final Facts facts;

    /** Opens numbers through {@code cipher}; tries as often as {@code settings} say; {@code facts} hear the end of a read-out. */
    @Inject
    public SqlCallbackBook(
            Sql sql, BlindIndex index, PersonalDataCipher cipher, Clock clock, Settings settings, Facts facts) {
        this.sql = sql;
        this.index = index;
        this.cipher = cipher;
        this.clock = clock;
        this.pauses = CallbackPauses.from(settings);
        this.facts = facts;
    }

    @Override
    public List<Wish> waiting(LocalDate afterDay, long afterId, int limit) {
        return sql.rows(
                "select * from switchboard_callback" + DUE
                        + " and (promised_for > ? or promised_for = ? and id > ?) order by promised_for, id limit ?",
                this::wish,
                clock.instant(),
                afterDay,
                afterDay,
                afterId,
                limit);
    }

    @Override
    public int count(int limit) {
        return sql.count(
                "select count(*) as n from (select 1 from switchboard_callback" + DUE + " limit ?) as some",
                clock.instant(),
                limit);
    }

    @Override
    public Optional<Readout> readout(long id) {
        return sql.first(
                        "select channel from switchboard_callback" + OPEN + " and id = ?",
                        row -> row.text("channel"),
                        id)
                .flatMap(Readout::of);
    }

    @Override
    public Optional<PhoneNumber> number(long id) {
        return sql.first(
                "select phone_sealed from switchboard_callback" + OPEN + " and id = ?",
                row -> phone(id, row.bytes("phone_sealed")),
                id);
    }

    private PhoneNumber phone(long id, byte[] sealed) {
        return new PhoneNumber(cipher.open(new Place("switchboard_callback", "phone_sealed", id), sealed));
    }

    @Override
    public boolean done(long id, Outcome outcome, String login) {
        return outcome == Outcome.NOT_REACHED ? isResting(id) || tried(id, login) : close(id, outcome, login);
    }

    /** In the pause after a try: the operator says what the exchange has told already. */
    private boolean isResting(long id) {
        return sql.exists(
                "select 1 from switchboard_callback" + OPEN + " and id = ? and not_before > ?", id, clock.instant());
    }

    /** Nobody answered: the next pause begins, or it is closed; false when it is not open. */
    public boolean tried(long id, String login) {
        Optional<Integer> tries = sql.first(
                "select tries from switchboard_callback" + OPEN + " and id = ? for update",
                row -> (int) row.number("tries") + 1,
                id);
        tries.ifPresent(count -> {
            Optional<Instant> again = pauses.after(count).map(clock.instant()::plus);
            sql.update(
                    "update switchboard_callback set tries = ?, not_before = ?, calling = null where id = ?",
                    count,
                    again,
                    id);
            if (again.isEmpty()) {
                close(id, Outcome.NOT_REACHED, login);
            } else {
                facts.tell(new CallbackSettled());
            }
        });
        return tries.isPresent();
    }

    /** What was done is not kept beside the ticket: that outlives the case's own words. */
    private boolean close(long id, Outcome outcome, String login) {
        Optional<Readout> readout = readout(id);
        boolean closed = settled(sql.update(
                "update switchboard_callback set open_index = null, done_at = ?, done_by = ?, outcome = ?,"
                        + " channel = substring_index(channel, ':', 1)"
                        + OPEN + " and id = ?",
                clock.instant(),
                login,
                outcome,
                id));
        readout.filter(open -> closed).ifPresent(open -> facts.tell(new ReadoutDone(open, outcome, login)));
        return closed;
    }

    private boolean settled(int rows) {
        if (rows > 0) {
            facts.tell(new CallbackSettled());
        }
        return rows > 0;
    }

    @Override
    public List<Wish> of(PhoneNumber phone, int limit) {
        return sql.rows(
                "select * from switchboard_callback where phone_index = ? order by asked_at desc limit ?",
                this::wish,
                index.of(BlindIndex.Purpose.PHONE, phone),
                limit);
    }

    private Wish wish(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Wish(
                id,
                phone(id, row.bytes("phone_sealed")),
                row.instant("asked_at"),
                LocalDate.parse(row.text("promised_for")),
                (int) row.number("asks"),
                (int) row.number("tries"),
                row.text("channel"),
                Optional.ofNullable(row.text("outcome")).map(Outcome::valueOf));
    }

    /** Closes what a number left in the queue: the person has reached us without us. */
    public void reachedUs(PhoneNumber phone) {
        settled(sql.update(
                "update switchboard_callback set open_index = null, done_at = ?, done_by = 'hotline', outcome = 'REACHED'"
                        + " where open_index = ? and channel in ('QUEUE', 'ABANDONED')",
                clock.instant(),
                index.of(BlindIndex.Purpose.PHONE, phone)));
    }
}
