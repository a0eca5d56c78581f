package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which deliveries share a commit, by when they come; of a centre that waits for answers, too. */
class GatheringTest {
    private static final int MOST = 50;

    private final Deque<Long> coming = new ArrayDeque<>();
    private long now;
    private final Gathering gathering = new Gathering(Gathering.ENOUGH, MOST, () -> now);
    private long waited;

    /** One that is there at once, or for whom the clock goes on, up to the limit. */
    private Long next(long limit) {
        Long at = coming.peek();
        long wait = at == null ? limit : Math.max(0, at - now);
        now += Math.min(wait, limit);
        return at != null && wait <= limit ? coming.poll() : null;
    }

    private int batch() throws InterruptedException {
        List<Long> gathered = new ArrayList<>(List.of(next(Long.MAX_VALUE / 2)));
        long since = now;
        gathering.with(gathered, this::next);
        waited = now - since;
        return gathered.size();
    }

    private List<Integer> batches() throws InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        while (!coming.isEmpty()) {
            sizes.add(batch());
        }
        return sizes;
    }

    private void comeEvery(long micros, int count) {
        LongStream.range(0, count).forEach(i -> coming.add(now + i * micros * 1000));
    }

    @ParameterizedTest(name = "{1} that come every {0} microseconds are batches of {2}")
    @CsvSource({
        "10000, 12, 4 4 4", // 100/s
        "3333, 12, 4 4 4",
        "16000, 12, 4 4 4", // 62/s: the fourth comes after 48 ms
        "100, 12, 12",
        "0, 120, 50 50 20",
        "100000, 4, 1 1 1 1"
    })
    void whatComesCloselyIsTakenTogether(long micros, int count, String sizes) throws InterruptedException {
        comeEvery(micros, count);
        assertThat(batches()).extracting(String::valueOf).containsExactly(sizes.split(" "));
    }

    @Test
    void nobodyWaitsLongerThanTheLongest() throws InterruptedException {
        comeEvery(200_000, 1);
        assertThat(batch()).isEqualTo(1);
        assertThat(waited).isEqualTo(Gathering.LONGEST.toNanos());
    }

    private void oneByOne(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            coming.add(now);
            assertThat(batch()).isEqualTo(1);
        }
    }

    @Test
    void aCentreThatDeliversOneByOneIsHardlyKeptWaiting() throws InterruptedException {
        oneByOne((Gathering.ENOUGH - 1) * Gathering.ACCIDENTS);
        long learnt = now;
        oneByOne(2 * (Gathering.CONTENT + Gathering.ACCIDENTS));
        assertThat(Duration.ofNanos(now - learnt)).isEqualTo(Gathering.LONGEST.multipliedBy(2 * Gathering.ACCIDENTS));
    }

    @Test
    void aCentreWithAWindowOfThreeIsNotKeptWaitingForAFourth() throws InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            comeEvery(0, 3);
            sizes.add(batch());
        }
        assertThat(sizes).isEqualTo(Collections.nCopies(20, 3));
        assertThat(Duration.ofNanos(now))
                .isEqualTo(Gathering.LONGEST
                        .multipliedBy(Gathering.ACCIDENTS)
                        .plus(Gathering.BREATH.multipliedBy(20 - Gathering.ACCIDENTS)));
    }

    @Test
    void afterAWhileOfContentMoreAreHopedForAgain() throws InterruptedException {
        oneByOne((Gathering.ENOUGH - 1) * Gathering.ACCIDENTS);
        comeEvery(10_000, 2000);
        List<Integer> sizes = batches();
        assertThat(sizes.get(0)).isEqualTo(1);
        assertThat(sizes.subList(sizes.size() - 10, sizes.size() - 1)).containsOnly(Gathering.ENOUGH);
    }

    @Test
    void aHundredASecondThatComeAsPeopleWriteAreMostlyThreeAtATime() throws InterruptedException {
        Random random = new Random(20_261_130);
        long at = 0;
        for (int i = 0; i < 10_000; i++) {
            at += (long) (-Math.log(1 - random.nextDouble()) * 10_000_000);
            coming.add(at);
        }
        assertThat(10_000.0 / batches().size()).isBetween(2.7, 4.0);
    }

    @Test
    void whoeverIsNotWorthWaitingForIsTakenWithThoseThatAreThere() throws InterruptedException {
        Gathering never = new Gathering(1, 50, () -> now);
        comeEvery(0, 60);
        List<Long> gathered = new ArrayList<>(List.of(coming.poll()));
        never.with(gathered, this::next);
        assertThat(gathered).hasSize(50);
        coming.clear();
        gathered = new ArrayList<>(List.of(now));
        never.with(gathered, this::next);
        assertThat(gathered).hasSize(1);
        assertThat(now).isZero();
    }
}
