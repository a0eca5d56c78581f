package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.UtcConverter;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;

/**
 * Call-backs in {@code switchboard_callback}. Asking again while one is open keeps its day, counts the ask, and moves a
 * promise that was missed to the next working day; the first promise stays on record.
 */
@Singleton
public class SqlCallbackRequests implements CallbackRequests {
    private final EntityManager database;
    private final PersonalDataCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final WorkCalendar calendar;

    /** Promises by the national calendar. */
    @Inject
    public SqlCallbackRequests(
            EntityManager database,
            PersonalDataCipher cipher,
            BlindIndex index,
            Ids ids,
            Clock clock,
            WorkCalendars calendars) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendars.national();
    }

    @Override
    public LocalDate book(PhoneNumber phone, String channel) {
        Instant now = clock.instant();
        LocalDate today = calendar.dayOf(now);
        byte[] who = index.of(BlindIndex.Purpose.PHONE, phone);
        long id = ids.next();
        database.createNativeQuery(
                        "insert into switchboard_callback (id, phone_index, phone_sealed, open_index, channel,"
                                + " asked_at, first_promise, promised_for) values (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on duplicate key update asks = asks + 1,"
                                + " promised_for = if(promised_for < ?, values(promised_for), promised_for)")
                .setParameter(1, id)
                .setParameter(2, who)
                .setParameter(
                        3,
                        cipher.seal(Lane.PERSONAL, new Place("switchboard_callback", "phone_sealed", id), phone.e164()))
                .setParameter(4, who)
                .setParameter(5, channel)
                .setParameter(6, UtcConverter.utc(now))
                .setParameter(7, calendar.plusWorkingDays(today, 1))
                .setParameter(8, calendar.plusWorkingDays(today, 1))
                .setParameter(9, today)
                .executeUpdate();
        Object promised = database.createNativeQuery(
                        "select promised_for from switchboard_callback where open_index = ? for update")
                .setParameter(1, who)
                .getSingleResult();
        return LocalDate.parse(promised.toString());
    }
}
