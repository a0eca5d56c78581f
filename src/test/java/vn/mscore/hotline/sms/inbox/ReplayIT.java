package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;

/** P2: the same delivery is one message however often it comes, look-alikes stay apart. {@code -Dreplays=100000}. */
class ReplayIT {
    private static final int REPLAYS = Integer.getInteger("replays", 1_000);
    private static final int A_DAYS_CLOCK = 500;

    private final Random random = new Random(20_260_817);
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<ReceivedPart> deliveries = new ArrayList<>();
    private final Set<Integer> stored = new HashSet<>();

    @Test
    void replaysMakeNoMessageAndLookAlikesAreNotMerged() {
        try (House house = House.open(clock, Map.of())) {
            lookAlikes(Math.max(20, REPLAYS / 10));
            Intake intake = house.get(Intake.class);
            for (int i = 0; i < REPLAYS; i++) {
                int which = i < deliveries.size() ? i : random.nextInt(deliveries.size());
                Stored expected = stored.add(which) ? Stored.NEW : Stored.DUPLICATE;
                assertThat(intake.store(deliveries.get(which)))
                        .as("delivery %d", which)
                        .isEqualTo(expected);
                if (i % A_DAYS_CLOCK == 0) {
                    clock.advance(Duration.ofHours(1));
                }
            }
            assertThat(stored).hasSize(deliveries.size());
        }
    }

    /** Each differs from another in one thing: a second, the sender, a letter. */
    private void lookAlikes(int count) {
        Instant now = clock.instant();
        for (int i = 0; deliveries.size() < count; i++) {
            String phone = String.format("+8491%07d", i / 4);
            switch (i % 4) {
                case 0 -> deliveries.add(Radio.text(phone, "TC H50.15-260814-0012", now));
                case 1 -> deliveries.add(Radio.text(phone, "TC H50.15-260814-0012", now.minusSeconds(1)));
                case 2 -> deliveries.add(Radio.text(phone, "TC H50.15-260814-0013", now));
                default -> deliveries.add(Radio.text(phone, "TC H50.15-260814-0012 ", now));
            }
        }
    }
}
