package vn.mscore.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.jpa.SqlCallbackRequests;

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

    @Test
    void aVisitWhosePlaceWasServedShouldBePromisedAnew() {
        MovingClock clock = MovingClock.atVietnam("2026-08-07T09:30");
        try (House house = House.open(clock, Map.of())) {
            keepPlace(house);
            house.tx(() -> house.get(Sql.class)
                    .update("update switchboard_callback set open_index = null, done_at = ?", clock.instant()));
            keepPlace(house);
            List<String> promises = house.tx(() -> house.get(Sql.class)
                    .rows(
                            "select concat(asks, ' ', open_index is not null, ' ', promised_for) as v"
                                    + " from switchboard_callback order by id",
                            row -> row.text("v")));
            assertThat(promises).containsExactly("1 0 2026-08-07", "1 1 2026-08-07");
        }
    }

    /** A landline of many: one call of it, at place 1, gives another number; what other calls asked for stays. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "booked after welcome, book keep-1 drop-1, 1",
        "joined during the detour, keep-1 keep-2 drop-1, 1",
        "booked and joined, book keep-1 keep-2 drop-1, 2",
        "nobody else, keep-1 drop-1, 0",
        "key five twice in one call, keep-1 keep-1 drop-1, 0",
        "key five twice and another call, keep-1 keep-2 keep-1 drop-1, 1"
    })
    void whoElseAskedFromTheLineIsCalledThoughOneCallGivesAnotherNumber(String name, String course, String asks) {
        try (House house = House.open(MovingClock.atVietnam("2026-08-07T09:30"), Map.of())) {
            for (String step : course.split(" ")) {
                house.tx(() -> {
                    take(house.get(SqlCallbackRequests.class), step);
                    return null;
                });
            }
            assertThat(house.tx(() -> house.entityManager()
                            .createNativeQuery("select coalesce(sum(asks), 0) from switchboard_callback")
                            .getSingleResult()))
                    .hasToString(asks);
        }
    }

    @Test
    void aNumberThatIsBeingCalledIsNotCalledForWhatIsToBeReadOut() {
        MovingClock clock = MovingClock.atVietnam("2026-08-07T09:30");
        try (House house = House.open(clock, Map.of("hotline.voice.devices", "quay-1"))) {
            book(house);
            Optional<Reason> refused = house.tx(() -> {
                Sql sql = house.get(Sql.class);
                sql.update("update switchboard_callback set calling = 'callback-1', called_at = ?", clock.instant());
                house.get(SqlCallbackRequests.class)
                        .book(LAN, new Readout(Readout.Kind.ANSWER, TicketNumber.of(26, 123)));
                house.get(OperatorPresence.class).set("hoa", "quay-1", true);
                long id = sql.ids("select id from switchboard_callback where calling is null")
                        .get(0);
                return house.get(CallbackCalls.class).call(id, "hoa");
            });
            assertThat(refused).map(Reason::code).contains("callback.calling");
        }
    }

    private static void take(SqlCallbackRequests requests, String step) {
        long place = step.charAt(step.length() - 1);
        switch (step.substring(0, 4)) {
            case "book" -> requests.book(LAN, "IVR");
            case "keep" -> requests.keepPlace(place, LAN, "QUEUE");
            default -> requests.dropPlace(place, LAN);
        }
    }

    private static void keepPlace(House house) {
        house.tx(() -> {
            house.get(SqlCallbackRequests.class).keepPlace(4711, LAN, "ABANDONED");
            return null;
        });
    }

    private static LocalDate book(House house) {
        return house.ask(CallbackRequests.class, requests -> requests.book(LAN, "SMS"));
    }
}
