package vn.mscore.hotline.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.login.Tries.Queue;

class TriesTest {
    private static final Duration LONG = Duration.ofHours(1);
    private final Tries tries = new Tries(Executors.defaultThreadFactory());

    @AfterEach
    void stop() {
        tries.stop();
    }

    private String first(Queue queue) {
        CompletableFuture<String> answer = tries.after(LONG, queue, () -> "done", () -> "busy");
        return answer.getNow("waits");
    }

    @Test
    void codesOfOneAccountAreTriedOneAfterTheOtherFromWhereverTheyCome() {
        assertThat(first(Queue.insideOf("one", "minh"))).isEqualTo("waits");
        assertThat(first(Queue.insideOf("two", "minh"))).isEqualTo("busy");
        assertThat(first(Queue.insideOf("one", "hoa"))).isEqualTo("waits");
    }

    @Test
    void oneNameIsTriedOftenWithoutShuttingItsNeighboursOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(first(Queue.passwords("one", "minh"))).isEqualTo("waits");
        }
        assertThat(first(Queue.passwords("one", "minh"))).isEqualTo("busy");
        assertThat(first(Queue.passwords("one", "hoa"))).isEqualTo("waits");
        assertThat(first(Queue.passwords("two", "minh"))).isEqualTo("waits");
    }

    @Test
    void manyNetworksTogetherFillNoMemory() {
        for (int i = 0; i < 1_999; i++) {
            assertThat(first(Queue.passwords("network " + i, "minh"))).isEqualTo("waits");
            assertThat(first(Queue.insideOf("network " + i, "minh")))
                    .as("who is sent away takes no place")
                    .isEqualTo(i == 0 ? "waits" : "busy");
        }
        assertThat(first(Queue.passwords("another", "minh"))).isEqualTo("busy");
    }
}
