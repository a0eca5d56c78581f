package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;

class ReplyBudgetTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<Instant> written = new ArrayList<>();
    private final List<Instant> waiting = new ArrayList<>();
    private final ReplyBudget.Rows rows = new ReplyBudget.Rows() {
        @Override
        public int since(Instant start) {
            return (int) written.stream().filter(at -> !at.isBefore(start)).count();
        }

        @Override
        public List<Instant> waiting(Instant hour) {
            return waiting.stream().filter(at -> !at.isBefore(hour)).toList();
        }
    };

    @Test
    void aDayHasItsNumberAndANewOneBeginsAtMidnight() {
        ReplyBudget budget = new ReplyBudget(clock, Integer.MAX_VALUE);
        for (int i = 0; i < 3; i++) {
            assertThat(take(budget, 3)).contains(clock.instant());
        }
        assertThat(take(budget, 3)).isEmpty();
        clock.advance(Duration.ofHours(14).plusMinutes(29));
        assertThat(take(budget, 3)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(take(budget, 3)).contains(clock.instant());
    }

    @Test
    void whoAsksWithATimeBehindTheOthersHasNothingCountedAnew() {
        ReplyBudget budget = new ReplyBudget(clock, Integer.MAX_VALUE);
        Instant worthless = at("12:00");
        for (int i = 0; i < 3; i++) {
            Instant asked = clock.instant().minusMillis(i);
            assertThat(budget.take(asked, 3, worthless, rows))
                    .as("in hand, in no row yet")
                    .contains(asked);
            clock.advance(Duration.ofMillis(1));
        }
        assertThat(budget.take(clock.instant().minusMillis(9), 3, worthless, rows))
                .isEmpty();
    }

    @Test
    void whatATransactionHasInHandStaysCountedWhenTheTableIsLookedAt() {
        ReplyBudget budget = new ReplyBudget(clock, Integer.MAX_VALUE);
        assertThat(take(budget, 3)).isPresent();
        clock.advance(Duration.ofSeconds(5));
        assertThat(budget.take(clock.instant(), 3, at("12:00"), rows))
                .as("never committed")
                .isPresent();
        clock.advance(Duration.ofSeconds(6));
        assertThat(take(budget, 3)).isPresent();
        assertThat(take(budget, 3))
                .as("one written, one in hand, one taken now")
                .isEmpty();
        clock.advance(Duration.ofSeconds(11));
        assertThat(take(budget, 3)).as("it was rolled back").isPresent();
        assertThat(take(budget, 3)).isEmpty();
    }

    @Test
    void whatIsTooMuchForAnHourWaitsForTheNextThatHasRoom() {
        ReplyBudget budget = new ReplyBudget(clock, 2);
        assertThat(List.of(leaves(budget), leaves(budget), leaves(budget), leaves(budget), leaves(budget)))
                .containsExactly(at("09:30"), at("09:30"), at("10:00"), at("10:00"), at("11:00"));
        clock.advance(Duration.ofMinutes(40));
        assertThat(leaves(budget)).as("at 10:10 the hour is booked up").isEqualTo(at("11:00"));
        assertThat(leaves(budget)).isEqualTo(at("12:00"));
    }

    @Test
    void whatNoHourHasRoomForWhileItIsWorthSomethingIsNotSent() {
        ReplyBudget budget = new ReplyBudget(clock, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(clock.instant(), 100, at("12:00"), rows)).isPresent();
        }
        assertThat(budget.take(clock.instant(), 100, at("12:00"), rows)).isEmpty();
        assertThat(budget.take(clock.instant(), 100, at("12:01"), rows)).contains(at("12:00"));
    }

    @Test
    void otherNodesAreSeenAfterTenSeconds() {
        ReplyBudget budget = new ReplyBudget(clock, Integer.MAX_VALUE);
        assertThat(take(budget, 3)).isPresent();
        written.add(clock.instant());
        written.add(clock.instant());
        clock.advance(Duration.ofSeconds(11));
        assertThat(take(budget, 3)).isEmpty();
    }

    @Test
    void whatWaitedBeforeARestartKeepsItsHour() {
        waiting.add(at("10:00"));
        written.addAll(List.of(at("09:10"), at("09:20")));
        assertThat(leaves(new ReplyBudget(clock, 1))).isEqualTo(at("11:00"));
    }

    @Test
    void whatAnotherNodePutOffOrWasRolledBackIsSeenAfterTenSeconds() {
        ReplyBudget budget = new ReplyBudget(clock, 1);
        assertThat(leaves(budget)).isEqualTo(at("09:30"));
        assertThat(leaves(budget)).isEqualTo(at("10:00"));
        waiting.clear();
        clock.advance(Duration.ofSeconds(11));
        assertThat(leaves(budget)).as("rolled back").isEqualTo(at("10:00"));
        waiting.add(at("11:00"));
        clock.advance(Duration.ofSeconds(11));
        assertThat(leaves(budget)).as("another node has 11:00").isEqualTo(at("12:00"));
    }

    private Instant leaves(ReplyBudget budget) {
        return take(budget, 1000).orElseThrow();
    }

    private Optional<Instant> take(ReplyBudget budget, int perDay) {
        Optional<Instant> leaves =
                budget.take(clock.instant(), perDay, clock.instant().plus(Duration.ofHours(24)), rows);
        leaves.ifPresent(at -> written.add(clock.instant()));
        leaves.filter(clock.instant()::isBefore).ifPresent(waiting::add);
        return leaves;
    }

    private static Instant at(String time) {
        return MovingClock.atVietnam("2026-08-17T" + time).instant();
    }
}
