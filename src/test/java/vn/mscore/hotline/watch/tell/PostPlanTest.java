package vn.mscore.hotline.watch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostPlanTest {
    private static final Instant CREATED = Instant.parse("2026-08-17T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "8,640", "9,900", "60,900"})
    void waitsLongerEachTime(int attempt, long seconds) {
        assertThat(PostPlan.after(attempt, CREATED, CREATED)).contains(CREATED.plusSeconds(seconds));
    }

    @Test
    void givesUpAfterADay() {
        Instant late = CREATED.plus(Duration.ofDays(1)).minusSeconds(900);
        assertThat(PostPlan.after(60, CREATED, late.minusSeconds(1))).isPresent();
        assertThat(PostPlan.after(60, CREATED, late)).isEqualTo(Optional.empty());
    }

    /** The expected value is of Python's hmac, over {@code 1771000000.{"id":"1"}}. */
    @Test
    void signsTimeAndBody() {
        assertThat(Webhook.signature("0123456789abcdef01234567", "1771000000", "{\"id\":\"1\"}"))
                .isEqualTo("4fefafbd4f9aededb6da21bbebd86c21a0eebfc57d96578b0383e0d5e547b6be");
    }
}
