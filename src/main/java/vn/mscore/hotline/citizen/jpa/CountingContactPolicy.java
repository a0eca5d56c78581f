package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.CitizenSettings;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/** The rules of {@link ContactPolicy} over the calendar, the consents and a sliding window of what was allowed. */
@Singleton
public class CountingContactPolicy implements ContactPolicy {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofDays(14);
    private static final String COUNTER = "contact.sms";

    private final Consents consents;
    private final SqlWindows windows;
    private final WorkCalendar calendar;
    private final CitizenSettings settings;

    /** Uses the national calendar. */
    @Inject
    public CountingContactPolicy(Consents consents, SqlWindows windows, WorkCalendars calendars, Settings settings) {
        this.consents = consents;
        this.windows = windows;
        this.calendar = calendars.national();
        this.settings = CitizenSettings.from(settings);
    }

    @Override
    public Verdict mayText(PhoneNumber phone, Purpose purpose, Instant at) {
        if (purpose != Purpose.OWN_TICKET && consents.hasOptedOut(phone)) {
            return new Verdict(false, Optional.empty(), "opted out");
        }
        Instant open = nextOpening(at);
        if (open.isAfter(at)) {
            return new Verdict(false, Optional.of(open), "outside the hours");
        }
        Optional<Instant> full =
                windows.take(new SqlWindows.Limit(COUNTER, phone.e164(), settings.textsADay(), DAY), at);
        return full.map(from -> full(from)).orElseGet(() -> new Verdict(true, Optional.empty(), "allowed"));
    }

    private Verdict full(Instant room) {
        return room.equals(Instant.MAX)
                ? new Verdict(false, Optional.empty(), "unasked texts are switched off")
                : new Verdict(false, Optional.of(nextOpening(room)), "enough texts in 24 hours");
    }

    @Override
    public Optional<Instant> book(PhoneNumber phone, Purpose purpose, Instant wanted) {
        Instant at = wanted;
        while (Duration.between(wanted, at).compareTo(PATIENCE) < 0) {
            Verdict verdict = mayText(phone, purpose, at);
            if (verdict.allowed()) {
                return Optional.of(at);
            }
            if (verdict.from().isEmpty()) {
                return Optional.empty();
            }
            at = verdict.from().get();
        }
        return Optional.empty();
    }

    /** {@code at} itself within the hours of a working day, else the beginning of the next ones. */
    private Instant nextOpening(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, VIETNAM);
        LocalTime time = LocalTime.ofInstant(at, VIETNAM);
        if (calendar.isWorkingDay(day) && time.isBefore(settings.textsUntil())) {
            return time.isBefore(settings.textsFrom()) ? opening(day) : at;
        }
        return opening(calendar.plusWorkingDays(day, 1));
    }

    private Instant opening(LocalDate day) {
        return day.atTime(settings.textsFrom()).atZone(VIETNAM).toInstant();
    }
}
