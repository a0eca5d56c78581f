package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.SubjectEntries;
import vn.mscore.hotline.citizen.SubjectRequestEntered;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.citizen.SubjectTerms;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Requests about one's own data, in {@code citizen_subject_request}: acknowledged within 2 working days, completed within
 * 15 days (ND 356/2025). While one is open, more words of the same number join it.
 */
@Singleton
public class SqlSubjectRequests implements SubjectRequests, SubjectEntries {
    private static final int ACKNOWLEDGE_WORKING_DAYS = 2;
    private static final String TABLE = "citizen_subject_request";

    private final SecureRandom random = new SecureRandom();
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final WorkCalendar calendar;
    private final Facts facts;

    /** Counts working days by the national calendar. */
    @Inject
    public SqlSubjectRequests(
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
    public Opened open(PhoneNumber phone, String words, String channel) {
        return open(phone, new Taken(SubjectWish.of(words), words, channel, ""));
    }

    @Override
    public Opened enter(PhoneNumber phone, Taken taken) {
        Opened opened = open(phone, taken);
        facts.tell(new SubjectRequestEntered(phone, opened));
        return opened;
    }

    private Opened open(PhoneNumber phone, Taken taken) {
        Request request = openOne(phone).orElseGet(() -> add(phone));
        keep(request, taken);
        return request.opened();
    }

    private record Request(long id, Opened opened) {}

    private boolean isErasureAsked(Request request) {
        return sql.exists(
                "select id from citizen_subject_words where request_id = ? and wish = 'ERASURE'", request.id());
    }

    private Optional<Request> openOne(PhoneNumber phone) {
        return sql.first(
                "select id, number, acknowledge_by, complete_by from citizen_subject_request"
                        + " where phone_index = ? and state = 'OPEN' order by id desc limit 1",
                row -> new Request(
                        row.number("id"),
                        new Opened(
                                row.text("number"),
                                LocalDate.parse(row.text("acknowledge_by")),
                                LocalDate.parse(row.text("complete_by")))),
                index.of(BlindIndex.Purpose.PHONE, phone));
    }

    private Request add(PhoneNumber phone) {
        Instant now = clock.instant();
        LocalDate today = calendar.dayOf(now);
        Opened opened = new Opened(
                freeNumber(today),
                calendar.plusWorkingDays(today, ACKNOWLEDGE_WORKING_DAYS),
                today.plusDays(SubjectTerms.OWN_DAYS));
        long id = ids.next();
        sql.update(
                "insert into citizen_subject_request (id, number, phone_index, phone_sealed, state, opened_at,"
                        + " acknowledge_by, complete_by) values (?, ?, ?, ?, 'OPEN', ?, ?, ?)",
                id,
                opened.number(),
                index.of(BlindIndex.Purpose.PHONE, phone),
                cipher.seal(Lane.PERSONAL, new Place(TABLE, "phone_sealed", id), phone.e164()),
                now,
                opened.acknowledgeBy(),
                opened.completeBy());
        return new Request(id, opened);
    }

    /** Two digits of the year and five random ones: nobody learns from a number how many requests there are. */
    private String freeNumber(LocalDate today) {
        String number;
        do {
            number = String.format("%02d%05d", today.getYear() % 100, random.nextInt(100_000));
        } while (isTaken(number));
        return number;
    }

    private boolean isTaken(String number) {
        return sql.exists("select id from citizen_subject_request where number = ?", number);
    }

    private void keep(Request request, Taken taken) {
        if (taken.wish() == SubjectWish.ERASURE && !isErasureAsked(request)) {
            // Who was called about a copy of the data has not been asked whether all of it is to go.
            sql.update("update citizen_subject_request set acknowledged_on = null where id = ?", request.id());
        }
        long id = ids.next();
        Place place = new Place("citizen_subject_words", "words_sealed", id);
        sql.update(
                "insert into citizen_subject_words (id, request_id, at, channel, words_sealed, wish, taken_by)"
                        + " values (?, ?, ?, ?, ?, ?, nullif(?, ''))",
                id,
                request.id(),
                clock.instant(),
                taken.channel(),
                cipher.seal(Lane.PERSONAL, place, taken.words()),
                taken.wish(),
                taken.by());
    }
}
