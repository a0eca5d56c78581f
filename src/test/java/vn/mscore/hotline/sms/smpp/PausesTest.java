package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Row 83: a centre that refuses or flaps is not hammered. */
class PausesTest {
    private static final Pauses PAUSES = Pauses.of(30, 30);

    /** Always the least, or always the most, that may be drawn. */
    private static RandomGenerator drawing(boolean most) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                return most ? bound - 1 : 0;
            }
        };
    }

    @Test
    void thePauseDoublesFromASecondToAMinuteAndIsNeverLessThanHalf() {
        Map<Integer, String> cases = new TreeMap<>(Map.of(
                0, "500-1000",
                1, "500-1000",
                2, "1000-2000",
                3, "2000-4000",
                4, "4000-8000",
                6, "16000-32000",
                7, "30000-60000",
                8, "30000-60000",
                1_000_000, "30000-60000"));
        cases.forEach((failures, range) -> {
            Duration least = PAUSES.after(failures, drawing(false));
            Duration most = PAUSES.after(failures, drawing(true));
            assertThat(least.toMillis() + "-" + most.toMillis())
                    .as("after %d losses", failures)
                    .isEqualTo(range);
        });
    }

    @Test
    void twoLinesThatLostTheirCentreTogetherDoNotComeBackTogether() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        assertThat(java.util.stream.Stream.generate(() -> PAUSES.after(7, random))
                        .limit(20)
                        .distinct())
                .hasSizeGreaterThan(10);
    }
}
