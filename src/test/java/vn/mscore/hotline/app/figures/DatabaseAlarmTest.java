package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.watch.Alarm;

class DatabaseAlarmTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<String> told = new ArrayList<>();
    private final List<Alarm> posts = new ArrayList<>();
    private boolean away;
    private String fault = "";
    private boolean taken = true;
    private final BoardState board = new BoardState();
    private final DatabaseAlarm alarm = new DatabaseAlarm(
            () -> {
                if (away) {
                    throw new IllegalStateException("no connection");
                }
                return fault;
            },
            board,
            alarm -> {
                told.add(alarm.trouble().kind() + (alarm.ended().isEmpty() ? " begins" : " is over"));
                posts.add(alarm);
                return taken;
            },
            new AtomicLong(6)::incrementAndGet,
            clock,
            clock::nanos);

    @Test
    void isToldAfterAMinuteOnceAndItsEndOnce() {
        away = true;
        look(59);
        assertThat(told).isEmpty();
        assertThat(alarm.level()).isZero();
        look(1);
        look(60);
        assertThat(told).containsExactly("database-away begins");
        assertThat(alarm.level()).isEqualTo(2);
        away = false;
        look(59);
        assertThat(alarm.level()).as("it must stay").isEqualTo(2);
        look(1);
        look(15);
        assertThat(told).containsExactly("database-away begins", "database-away is over");
        assertThat(alarm.level()).isZero();
    }

    @Test
    void isToldAgainUntilItIsTaken() {
        away = true;
        taken = false;
        look(60);
        look(15);
        taken = true;
        look(15);
        look(15);
        assertThat(told).hasSize(4).containsOnly("database-away begins");
    }

    @Test
    void eachTryAndTheEndHaveTheIdAndTheBeginningOfTheOutageAndTheNextOneHasItsOwn() {
        Instant began = clock.instant();
        away = true;
        taken = false;
        look(60);
        look(15);
        taken = true;
        look(15);
        away = false;
        taken = false;
        Instant ended = clock.instant();
        look(60);
        taken = true;
        look(15);
        away = true;
        look(60);
        assertThat(posts.stream().limit(posts.size() - 1))
                .allMatch(post -> post.id() == 7 && post.began().equals(began))
                .allMatch(post -> post.ended().isEmpty() || post.ended().get().equals(ended))
                .anyMatch(post -> post.ended().isPresent());
        assertThat(posts.get(posts.size() - 1).id()).isEqualTo(8);
    }

    @Test
    void aShortOutageIsNotTold() {
        away = true;
        look(45);
        away = false;
        look(60);
        away = true;
        look(45);
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatOnlyReadsIsAway() {
        fault = "the database takes no writes";
        look(60);
        assertThat(told).containsExactly("database-away begins");
    }

    @Test
    void oneThatTakesNoReportIsAwayUntilItTakesOne() {
        assertThatThrownBy(() -> board.note(() -> {
                    throw new IllegalStateException("the table is broken");
                }))
                .hasMessage("the table is broken");
        look(60);
        assertThat(told).containsExactly("database-away begins");
        board.note(() -> {});
        look(60);
        assertThat(told).containsExactly("database-away begins", "database-away is over");
    }

    @Test
    void oneThatComesAndGoesIsAway() {
        for (int minute = 0; minute < 2; minute++) {
            away = true;
            look(50);
            away = false;
            look(10);
        }
        away = true;
        look(0);
        assertThat(told).containsExactly("database-away begins");
        clock.advance(Duration.ofDays(1));
        away = false;
        look(0);
        assertThat(told).hasSize(1);
    }

    private void look(int seconds) {
        alarm.run();
        clock.advance(Duration.ofSeconds(seconds));
        alarm.run();
    }
}
