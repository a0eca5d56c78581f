package vn.mscore.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;

class CallbackRequestsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    @Test
    void openRequestShouldBeFoundAgainAndAMissedPromiseRenewed() {
        MovingClock clock = MovingClock.atVietnam("2026-08-07T09:30");
        try (House house = House.open(clock, Map.of())) {
            assertThat(book(house)).as("Friday").isEqualTo(LocalDate.of(2026, 8, 10));
            clock.advance(Duration.ofDays(1));
            assertThat(book(house)).as("the next day").isEqualTo(LocalDate.of(2026, 8, 10));
            clock.advance(Duration.ofDays(3));
            assertThat(book(house)).as("a day too late").isEqualTo(LocalDate.of(2026, 8, 12));
            Object[] row = house.tx(() -> (Object[]) house.entityManager()
                    .createNativeQuery("select asks, first_promise from switchboard_callback")
                    .getSingleResult());
            assertThat(row[0].toString()).isEqualTo("3");
            assertThat(row[1].toString()).isEqualTo("2026-08-10");
        }
    }

    private static LocalDate book(House house) {
        return house.ask(CallbackRequests.class, requests -> requests.book(LAN, "SMS"));
    }
}
