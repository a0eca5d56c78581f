package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPlanTest {
    @ParameterizedTest(name = "attempt {0}: {1} s, give or take a fifth")
    @CsvSource({"1,5", "2,10", "3,20", "4,40", "7,320", "8,600", "100,600", "0,5"})
    void waitsLongerAndLonger(int attempt, int seconds) {
        RetryPlan plan = new RetryPlan(new Random(1));
        for (int i = 0; i < 1000; i++) {
            assertThat(plan.after(attempt))
                    .isBetween(Duration.ofMillis(seconds * 800L), Duration.ofMillis(seconds * 1200L));
        }
    }
}
