package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.CallbackBooked;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.Readouts;

/**
 * Call-backs in {@code switchboard_callback}. Asking again while one is open keeps its day, counts the ask unless it is the same call's, and moves a
 * promise that was missed to the next working day; the first promise stays on record.
 */
@Singleton
public class SqlCallbackRequests implements CallbackRequests, Readouts {
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final WorkCalendar calendar;
    private final Facts facts;

    /** Promises by the national calendar. */
    @Inject
    public SqlCallbackRequests(
            Sql sql,
            PersonalDataCipher cipher,
            BlindIndex index,
            Ids ids,
            Clock clock,
            WorkCalendars calendars,
            Facts facts) {
        this.sql = sql;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendars.national();
        this.facts = facts;
    }

    @Override
    public LocalDate book(PhoneNumber phone, String channel) {
        Instant now = clock.instant();
        LocalDate next = calendar.plusWorkingDays(calendar.dayOf(now), 1);
        return write(new Wanted(ids.next(), phone, channel, index.of(BlindIndex.Purpose.PHONE, phone), now), next);
    }

    @Override
    public void book(PhoneNumber phone, Readout readout) {
        Instant now = clock.instant();
        // Beside the wishes of the number, which end when it reaches us: this one does not.
        byte[] open = index.of(
                BlindIndex.Purpose.PHONE, phone.e164() + "|" + readout.ticket().digits());
        if (!sql.exists("select id from switchboard_callback where open_index = ?", (Object) open)) {
            write(
                    new Wanted(ids.next(), phone, readout.channel(), open, now),
                    calendar.plusWorkingDays(calendar.dayOf(now), 1));
        } else if (readout.kind() == Readout.Kind.ANSWER) {
            sql.update(
                    "update switchboard_callback set channel = ?, tries = 0, not_before = null where open_index = ?"
                            + " and channel <> ?",
                    readout.channel(),
                    open,
                    readout.channel());
        }
    }

    @Override
    public boolean isOpen(TicketNumber ticket) {
        List<String> channels = channels(ticket);
        return sql.exists(
                "select id from switchboard_callback where open_index is not null and channel in ("
                        + Sql.marks(channels.size()) + ")",
                channels.toArray());
    }

    @Override
    public void end(TicketNumber ticket) {
        delete(ticket, " and calling is null");
    }

    @Override
    public void forget(TicketNumber ticket) {
        delete(ticket, "");
    }

    private static List<String> channels(TicketNumber ticket) {
        return Arrays.stream(Readout.Kind.values())
                .map(kind -> new Readout(kind, ticket).channel())
                .toList();
    }

    private void delete(TicketNumber ticket, String which) {
        List<String> channels = channels(ticket);
        sql.update(
                "delete from switchboard_callback where channel in (" + Sql.marks(channels.size()) + ")" + which,
                channels.toArray());
    }

    /**
     * Somebody was in the queue and is not any more without having talked with anybody: called back the same day while the
     * office is open, at the place of {@code place}, the id given when the caller came. An older wish keeps its own place,
     * a newer one of the same number is counted in this one. The day promised.
     */
    public LocalDate keepPlace(long place, PhoneNumber phone, String channel) {
        Instant now = clock.instant();
        LocalDate today = calendar.dayOf(now);
        LocalDate day = calendar.isOpen(now) ? today : calendar.plusWorkingDays(today, 1);
        byte[] who = index.of(BlindIndex.Purpose.PHONE, phone);
        long asked = askedSince(place, who);
        LocalDate promised = write(new Wanted(unserved(place), phone, channel, who, now), day);
        LocalDate kept = promised.isBefore(day) ? promised : day;
        sql.update(
                "update switchboard_callback set promised_for = ?, asks = asks + ? where open_index = ?",
                kept,
                asked,
                who);
        return kept;
    }

    /** How often the number asked since it came to {@code place}, in a wish that ends here. */
    private long askedSince(long place, byte[] who) {
        Optional<Newer> newer = sql.first(
                "select id, asks from switchboard_callback where open_index = ? and id > ? and calling is null for update",
                row -> new Newer(row.number("id"), row.number("asks")),
                who,
                place);
        newer.ifPresent(wish -> sql.update("delete from switchboard_callback where id = ?", wish.id()));
        return newer.map(Newer::asks).orElse(0L);
    }

    /** A wish that was booked behind a place. */
    private record Newer(long id, long asks) {}

    /**
     * Nobody calls {@code phone} back for the visit of {@code place}, unless somebody does just now. Whoever else asked from
     * that number, a landline of many, is called all the same.
     */
    public void dropPlace(long place, PhoneNumber phone) {
        byte[] who = index.of(BlindIndex.Purpose.PHONE, phone);
        String wish = " where id = ? and open_index = ? and calling is null";
        sql.update("update switchboard_callback set asks = asks - 1" + wish, place, who);
        sql.update("delete from switchboard_callback" + wish + " and asks < 1", place, who);
    }

    /** The place, or a new one when somebody was called back from it: a closed promise stays as it is. */
    private long unserved(long place) {
        boolean served =
                sql.exists("select id from switchboard_callback where id = ? and open_index is null for update", place);
        return served ? ids.next() : place;
    }

    /** A wish at its place. */
    private record Wanted(long id, PhoneNumber phone, String channel, byte[] open, Instant now) {}

    private LocalDate write(Wanted wanted, LocalDate next) {
        byte[] who = index.of(BlindIndex.Purpose.PHONE, wanted.phone());
        LocalDate today = calendar.dayOf(wanted.now());
        Place place = new Place("switchboard_callback", "phone_sealed", wanted.id());
        sql.update(
                "insert into switchboard_callback (id, phone_index, phone_sealed, open_index, channel, asked_at,"
                        + " first_promise, promised_for) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
                        + " asks = asks + if(id = values(id), 0, 1), promised_for = if(promised_for < ?, values(promised_for), promised_for)",
                wanted.id(),
                who,
                cipher.seal(Lane.PERSONAL, place, wanted.phone().e164()),
                wanted.open(),
                wanted.channel(),
                wanted.now(),
                next,
                next,
                today);
        facts.tell(new CallbackBooked(wanted.channel()));
        return sql.first(
                        "select promised_for from switchboard_callback where open_index = ? for update",
                        row -> LocalDate.parse(row.text("promised_for")),
                        (Object) wanted.open())
                .orElseThrow();
    }
}
