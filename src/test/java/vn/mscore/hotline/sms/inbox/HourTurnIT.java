package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.sms.Intake.Stored.DUPLICATE;
import static vn.mscore.hotline.sms.Intake.Stored.NEW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;

/** Row 84: what has neither time stamp nor id of its own comes again around the turn of an hour. */
@Timeout(120)
class HourTurnIT {
    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-17T08:30");
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(CLOCK, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** One second before the hour, an hour later each time. */
    @BeforeEach
    void waitForTheEndOfAnHour() {
        long now = CLOCK.instant().getEpochSecond();
        CLOCK.advance(Duration.ofSeconds(7199 - now % 3600));
    }

    private static ReceivedPart part(String text, Optional<Concat> concat) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        return new ReceivedPart(
                "op", "op", "+84912345678", text, false, ReceivedPart.Kind.TEXT, concat, Optional.empty(), "", raw);
    }

    private static Stored store(String text) {
        return house.get(Intake.class).store(part(text, Optional.empty()));
    }

    private static List<Stored> storeAll(String... texts) {
        return house.get(Intake.class)
                .storeAll(List.of(texts).stream()
                        .map(text -> part(text, Optional.empty()))
                        .toList());
    }

    @Test
    void aRepetitionTwoSecondsLaterIsOneOverTheTurn() {
        assertThat(store("TC 1")).isEqualTo(NEW);
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(store("TC 1")).isEqualTo(DUPLICATE);
        assertThat(storeAll("TC 1", "TC 2")).containsExactly(DUPLICATE, NEW);
    }

    @Test
    void partsOfALongTextToo() {
        Optional<Concat> first = Optional.of(new Concat(7, 8, 2, 1));
        assertThat(house.get(Intake.class).store(part("dau", first))).isEqualTo(NEW);
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(house.get(Intake.class).store(part("dau", first))).isEqualTo(DUPLICATE);
    }

    @Test
    void theSameWordsElevenMinutesLaterAreNew() {
        assertThat(store("TC 3")).isEqualTo(NEW);
        CLOCK.advance(Duration.ofMinutes(11));
        assertThat(store("TC 3")).isEqualTo(NEW);
    }

    @Test
    void theSameWordsOfEarlierInTheFormerHourAreNewAfterTheTurn() {
        CLOCK.advance(Duration.ofMinutes(-30));
        assertThat(store("TC 4")).isEqualTo(NEW);
        CLOCK.advance(Duration.ofMinutes(31));
        assertThat(store("TC 4")).isEqualTo(NEW);
        assertThat(storeAll("TC 4")).containsExactly(DUPLICATE);
    }
}
