package vn.mscore.hotline.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.app.figures.Glance;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.SmsFigures;

/** What the health address says of the mail. */
class MailHealthTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");

    @ParameterizedTest(name = "unread for {0}, unsent for {1}, an answer for {2}: {3}")
    @CsvSource({
        "PT0S, PT0S, PT0S, ''",
        "PT0S, PT5H, PT0S, ''",
        "PT0S, PT5H, PT15M, ''",
        "PT0S, PT0S, PT15M1S, an answer has waited to be sent for 901 s;",
        "PT15M1S, PT0S, PT0S, a message has waited to be read for 901 s;"
    })
    void aCitizenWhoWaitsIsRedAndANoticeThatWaitsIsNot(Duration unread, Duration unsent, Duration answer, String why) {
        @SuppressWarnings("unchecked")
        Instance<SmsFigures> source = mock(Instance.class);
        when(source.get())
                .thenReturn(() -> new SmsFigures.Figures(
                        Map.of(),
                        Map.of(),
                        since(unread),
                        since(unsent),
                        since(answer),
                        Map.of(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        List.of()));
        assertThat(new MailHealth(new Glance(source, clock), clock, key -> Optional.empty()).fault())
                .isEqualTo(why);
    }

    private Optional<Instant> since(Duration waited) {
        return Optional.of(clock.instant().minus(waited));
    }
}
