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
        assertThat(heard.has("s r")).isFalse();
        heard.noted("s r");
        assertThat(heard.has("s r")).isTrue();
    }

    @Test
    void whatWasNotCommittedIsAskedForAgain() {
        assertThat(heard.has("s r")).isFalse();
        assertThat(heard.has("s r")).isFalse();
    }

    @Test
    void anotherSessionAndAnotherRecordingAreOthers() {
        heard.noted("s r");
        assertThat(heard.has("t r")).isFalse();
        assertThat(heard.has("s q")).isFalse();
    }

    @Test
    void tenMinutesLaterItIsAnotherOpening() {
        heard.noted("s r");
        clock.advance(Duration.ofMinutes(11));
        assertThat(heard.has("s r")).isFalse();
    }
}
