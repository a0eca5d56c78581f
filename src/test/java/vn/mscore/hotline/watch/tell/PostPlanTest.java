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
}
