package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final byte[] LAN = {1};
    private static final byte[] MINH = {2};
    private static final byte[] HOA = {3};

    private final Turns turns = new Turns(Duration.ofMinutes(10));

    @Test
    void sendersAreServedInTheOrderTheyCameEachOnce() throws InterruptedException {
        turns.offer(LAN);
        turns.offer(MINH);
        turns.offer(LAN);
        assertThat(next()).contains(LAN);
        assertThat(next()).contains(MINH);
        assertThat(next()).isEmpty();
    }

    @Test
    void aSenderIsNotServedTwiceAtOnceButAgainAfterwards() throws InterruptedException {
        turns.offer(LAN);
        assertThat(next()).contains(LAN);
        turns.offer(LAN);
        assertThat(next()).isEmpty();
        turns.done(LAN, false);
        assertThat(next()).contains(LAN);
        turns.done(LAN, false);
        assertThat(next()).isEmpty();
    }

    @Test
    void whoHasMoreGoesToTheEndOfTheQueue() throws InterruptedException {
        turns.offer(LAN);
        assertThat(next()).contains(LAN);
        turns.offer(MINH);
        turns.done(LAN, true);
        assertThat(next()).contains(MINH);
        assertThat(next()).contains(LAN);
    }

    @Test
    void whoFailedRestsAndComesBackByItself() throws InterruptedException {
        turns.offer(LAN);
        assertThat(next()).contains(LAN);
        turns.rest(LAN, Duration.ofSeconds(2));
        turns.offer(LAN);
        assertThat(next()).isEmpty();
        assertThat(turns.take(Duration.ofSeconds(20), 1)).containsExactly(LAN);
    }

    @Test
    void whatComesWhileOthersAreServedIsTakenTogetherAfterwards() throws Exception {
        turns.offer(LAN);
        assertThat(turns.take(Duration.ofSeconds(20), 2)).containsExactly(LAN);
        turns.offer(MINH);
        assertThat(turns.take(Duration.ofMillis(1), 2)).as("soon").isEmpty();
        turns.offer(HOA);
        assertThat(turns.take(Duration.ofSeconds(20), 2)).as("enough").containsExactly(MINH, HOA);
        turns.done(LAN, true);
        assertThat(turns.take(Duration.ofMillis(1), 2)).as("two are served").isEmpty();
        turns.done(MINH, false);
        assertThat(turns.take(Duration.ofMillis(1), 2)).as("one is served").isEmpty();
        turns.rest(HOA, Duration.ofMinutes(10));
        assertThat(turns.take(Duration.ofMillis(1), 2)).as("nobody is served").containsExactly(LAN);
    }

    @Test
    void nobodyWaitsLongForThoseWhoAreServed() throws Exception {
        Turns turns = new Turns(Duration.ofMillis(20));
        turns.offer(LAN);
        assertThat(turns.take(Duration.ofSeconds(20), 2)).containsExactly(LAN);
        turns.offer(MINH);
        assertThat(turns.take(Duration.ofSeconds(20), 2)).containsExactly(MINH);
    }

    @Test
    void whoIsLeftBehindThoseThatOneTakesIsTakenByAnother() throws Exception {
        Turns turns = new Turns(Duration.ofMillis(20));
        ExecutorService workers = Executors.newFixedThreadPool(2);
        List<Future<List<byte[]>>> taken = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            taken.add(workers.submit(() -> turns.take(Duration.ofMinutes(10), 2)));
        }
        Thread.sleep(100);
        turns.offerAll(List.of(LAN, MINH, HOA));
        assertThat(taken.get(0).get().size() + taken.get(1).get().size()).isEqualTo(3);
        workers.shutdown();
    }

    private Optional<byte[]> next() throws InterruptedException {
        return turns.take(Duration.ofMillis(1), 1).stream().findFirst();
    }
}
