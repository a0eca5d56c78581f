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
import vn.mscore.hotline.citizen.CitizenSettings.Hours;
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
    private static final String CALLS = "contact.call";

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
        if (purpose == Purpose.SURVEY && consents.hasOptedOut(phone)) {
            return new Verdict(false, Optional.empty(), "opted out");
        }
        Instant open = nextOpening(texts(), at);
        if (open.isAfter(at)) {
            return new Verdict(false, Optional.of(open), "outside the hours");
        }
        Optional<Instant> full =
                windows.take(new SqlWindows.Limit(COUNTER, phone.e164(), settings.textsADay(), DAY), at);
        return full.map(this::full).orElseGet(() -> new Verdict(true, Optional.empty(), "allowed"));
    }

    private Verdict full(Instant room) {
        return room.equals(Instant.MAX)
                ? new Verdict(false, Optional.empty(), "unasked texts are switched off")
                : new Verdict(false, Optional.of(nextOpening(texts(), room)), "enough texts in 24 hours");
    }

    @Override
    public Verdict mayRing(PhoneNumber phone, Purpose purpose, Instant at) {
        if (purpose == Purpose.SURVEY && consents.hasOptedOut(phone)) {
            return new Verdict(false, Optional.empty(), "opted out");
        }
        Instant open = nextOpening(settings.calls(), at);
        if (open.isAfter(at)) {
            return new Verdict(false, Optional.of(open), "outside the hours");
        }
        return windows.take(new SqlWindows.Limit(CALLS, phone.e164(), 1, DAY), at)
                .map(room ->
                        new Verdict(false, Optional.of(nextOpening(settings.calls(), room)), "rung within 24 hours"))
                .orElseGet(() -> new Verdict(true, Optional.empty(), "allowed"));
    }

    @Override
    public Instant ringsUntil(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, VIETNAM);
        return day.atTime(settings.calls().until()).atZone(VIETNAM).toInstant();
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

    @Override
    public Instant textsFrom(Instant at) {
        return nextOpening(texts(), at);
    }

    private Hours texts() {
        return new Hours(settings.textsFrom(), settings.textsUntil());
    }

    /** {@code at} itself within the hours of a working day, else the beginning of the next ones. */
    private Instant nextOpening(Hours hours, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, VIETNAM);
        LocalTime time = LocalTime.ofInstant(at, VIETNAM);
        if (calendar.isWorkingDay(day) && time.isBefore(hours.until())) {
            return time.isBefore(hours.from()) ? opening(hours, day) : at;
        }
        return opening(hours, calendar.plusWorkingDays(day, 1));
    }

    private static Instant opening(Hours hours, LocalDate day) {
        return day.atTime(hours.from()).atZone(VIETNAM).toInstant();
    }
}
