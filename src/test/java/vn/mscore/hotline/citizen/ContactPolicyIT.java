package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.citizen.ContactPolicy.Verdict;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;

class ContactPolicyIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "a working morning,                 2026-08-17T09:30, 2026-08-17T09:30",
        "the first minute,                  2026-08-17T07:00, 2026-08-17T07:00",
        "too early,                         2026-08-17T06:59, 2026-08-17T07:00",
        "the last minute,                   2026-08-17T21:59, 2026-08-17T21:59",
        "ten at night,                      2026-08-17T22:00, 2026-08-18T07:00",
        "Friday night waits for Monday,     2026-08-07T23:00, 2026-08-10T07:00",
        "Saturday waits for Monday,         2026-08-08T10:00, 2026-08-10T07:00",
        "a working Saturday swapped in,     2026-08-22T10:00, 2026-08-22T10:00",
        "the first day of Tet,              2026-02-16T10:00, 2026-02-23T07:00",
        "National Day,                      2026-09-02T10:00, 2026-09-03T07:00"
    })
    void textShouldLeaveAtTheFirstDecentHour(String name, String wanted, String leaves) {
        Optional<Instant> booked =
                house.ask(ContactPolicy.class, policy -> policy.book(LAN, Purpose.NOTICE, vietnam(wanted)));
        assertThat(booked).contains(vietnam(leaves));
        Verdict verdict = house.ask(ContactPolicy.class, p -> p.mayText(LAN, Purpose.NOTICE, vietnam(wanted)));
        assertThat(verdict.allowed()).isEqualTo(wanted.equals(leaves));
    }

    @Test
    void fourthTextShouldWaitUntilTheFirstIsADayOld() {
        book(Purpose.NOTICE);
        clock.advance(java.time.Duration.ofHours(1));
        book(Purpose.NOTICE);
        book(Purpose.SURVEY);
        assertThat(book(Purpose.OWN_TICKET)).contains(vietnam("2026-08-18T09:30"));
        assertThat(book(Purpose.OWN_TICKET)).contains(vietnam("2026-08-18T10:30"));
    }

    @Test
    void refusedTextShouldNotBeCounted() {
        for (int i = 0; i < 5; i++) {
            house.ask(ContactPolicy.class, p -> p.mayText(LAN, Purpose.NOTICE, vietnam("2026-08-17T23:00")));
        }
        assertThat(book(Purpose.NOTICE)).contains(clock.instant());
    }

    @Test
    void optOutShouldStopSurveysAndNothingThatIsOwedToTheCitizen() {
        house.ask(Consents.class, consents -> consents.optOut(LAN, "SMS"));
        assertThat(book(Purpose.SURVEY)).isEmpty();
        assertThat(book(Purpose.NOTICE)).contains(clock.instant());
        assertThat(book(Purpose.OWN_TICKET)).contains(clock.instant());
        house.ask(Consents.class, consents -> consents.optIn(LAN, "SMS"));
        assertThat(book(Purpose.SURVEY)).contains(clock.instant());
    }

    private Optional<Instant> book(Purpose purpose) {
        return house.ask(ContactPolicy.class, policy -> policy.book(LAN, purpose, clock.instant()));
    }

    private static Instant vietnam(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }
}
