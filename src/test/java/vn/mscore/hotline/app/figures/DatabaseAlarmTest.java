package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;

class DatabaseAlarmTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<String> told = new ArrayList<>();
    private boolean away;
    private boolean taken = true;
    private final DatabaseAlarm alarm = new DatabaseAlarm(
            () -> {
                if (away) {
                    throw new IllegalStateException("no connection");
                }
                return "";
            },
            (kind, begins) -> {
                told.add(kind + (begins ? " begins" : " is over"));
                return taken;
            },
            clock);

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
        look(15);
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
    void aShortOutageIsNotTold() {
        away = true;
        look(45);
        away = false;
        look(15);
        away = true;
        look(45);
        assertThat(told).isEmpty();
    }

    private void look(int seconds) {
        alarm.run();
        clock.advance(Duration.ofSeconds(seconds));
        alarm.run();
    }
}
