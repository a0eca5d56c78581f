package vn.mscore.hotline.voice.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallHistory;
import vn.mscore.hotline.voice.CallStart;

/** Calls of a number for its timeline. */
class CallHistoryIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");

    @TempDir
    private Path home;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-20T09:00");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of("hotline.var", home.toString()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void call(String id, PhoneNumber phone, int seconds) {
        Instant from = clock.instant();
        CallBook book = house.get(CallBook.class);
        book.began(new CallStart(id, "main", Optional.of(phone), Optional.empty(), from, false));
        clock.advance(Duration.ofSeconds(seconds));
        book.ended(id, clock.instant(), Optional.of("vi/tam-biet"));
    }

    private List<CallHistory.Past> calls(PhoneNumber phone) {
        return house.ask(CallHistory.class, history -> history.of(phone, 10));
    }

    @Test
    void theCallsOfANumberAreToldNewestFirstAndThoseOfTheSecretLaneAreNot() {
        call("c1", LAN, 60);
        call("c2", MINH, 5);
        call("c3", LAN, 90);
        assertThat(calls(LAN))
                .extracting(CallHistory.Past::length)
                .containsExactly(Optional.of(Duration.ofSeconds(90)), Optional.of(Duration.ofSeconds(60)));
        house.get(CallBook.class).conceal("c1");
        assertThat(calls(LAN)).hasSize(1);
        assertThat(calls(LAN).get(0).recording()).isEmpty();
    }

    private Optional<PhoneNumber> numberOf(String call, int minutes) {
        Instant after = clock.instant().minus(Duration.ofMinutes(minutes));
        return house.ask(CallHistory.class, history -> history.numberOf(call, after));
    }

    @Test
    void theNumberOfACallIsKnownForAWhileAfterItUnlessItIsOfTheSecretLane() {
        call("c1", LAN, 60);
        clock.advance(Duration.ofMinutes(10));
        assertThat(numberOf("c1", 11)).contains(LAN);
        assertThat(numberOf("c1", 9)).isEmpty();
        assertThat(numberOf("c2", 11)).isEmpty();
        house.get(CallBook.class).conceal("c1");
        assertThat(numberOf("c1", 11)).isEmpty();
    }
}
