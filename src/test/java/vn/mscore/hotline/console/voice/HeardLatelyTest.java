package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;

/** What is one opening of a recording. */
class HeardLatelyTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-20T09:00");
    private final HeardLately heard = new HeardLately(clock);

    @Test
    void piecesOfOneRecordingAreOneOpening() {
        assertThat(heard.isNew("s", "r")).isTrue();
        assertThat(heard.isNew("s", "r")).isFalse();
    }

    @Test
    void anotherSessionAndAnotherRecordingAreOthers() {
        heard.isNew("s", "r");
        assertThat(heard.isNew("t", "r")).isTrue();
        assertThat(heard.isNew("s", "q")).isTrue();
    }

    @Test
    void tenMinutesLaterItIsAnotherOpening() {
        heard.isNew("s", "r");
        clock.advance(Duration.ofMinutes(11));
        assertThat(heard.isNew("s", "r")).isTrue();
    }

    @Test
    void whatCameToNothingIsNoOpening() {
        heard.isNew("s", "r");
        heard.forget("s", "r");
        assertThat(heard.isNew("s", "r")).isTrue();
    }
}
