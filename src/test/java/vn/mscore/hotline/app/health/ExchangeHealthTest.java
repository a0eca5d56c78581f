package vn.mscore.hotline.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.voice.ExchangeLink;

/** What the health address says of the telephone exchange. */
class ExchangeHealthTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");

    @ParameterizedTest
    @CsvSource({
        "starting, 'the manager is away'",
        "ready, 'the manager is away'",
        "'', 'the manager is away'",
        "missing: no apt-get here, 'the manager is away, missing: no apt-get here'"
    })
    void anExchangeThatIsAwayIsToldWithWhatItsLauncherSays(String told, String why) {
        assertThat(faultAfter(60, told)).isEqualTo(why);
    }

    @Test
    void halfAMinuteIsWaitedFor() {
        assertThat(faultAfter(20, "missing: no apt-get here")).isEmpty();
    }

    private String faultAfter(int seconds, String told) {
        @SuppressWarnings("unchecked")
        Instance<ExchangeLink> link = mock(Instance.class);
        ExchangeLink.State down =
                new ExchangeLink.State(ExchangeLink.Status.DOWN, clock.instant(), "the manager is away");
        when(link.get()).thenReturn(() -> down);
        clock.advance(Duration.ofSeconds(seconds));
        Settings settings = key -> Optional.of(told).filter(text -> key.equals("hotline.voice.state"));
        return new ExchangeHealth(link, settings, clock).fault();
    }
}
