package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.voice.ami.AmiEvent.Kind;

/** Row 104: a flood of events. */
class EventQueueTest {
    private final EventQueue queue = new EventQueue(100);

    @Test
    void oldestPassingEventsMakeRoomAndEndingOnesNeverDo() throws InterruptedException {
        for (int i = 0; i < 5000; i++) {
            queue.put(AmiEvent.of(Kind.BORN, "born." + i));
            if (i % 50 == 0) {
                queue.put(AmiEvent.of(Kind.ENDED, "ended." + i));
            }
        }
        assertThat(queue.size()).isEqualTo(100);
        assertThat(queue.droppedSince()).isEqualTo(5000);
        List<String> left = drain();
        assertThat(left).filteredOn(call -> call.startsWith("ended")).hasSize(100);
    }

    @Test
    void endingEventsGoBeyondTheBound() throws InterruptedException {
        for (int i = 0; i < 250; i++) {
            queue.put(AmiEvent.of(Kind.ENDED, "ended." + i));
        }
        queue.put(AmiEvent.of(Kind.JOINED, "joined"));
        assertThat(drain()).hasSize(250).doesNotContain("joined");
        assertThat(queue.droppedSince()).isEqualTo(1);
        assertThat(queue.droppedSince()).isZero();
    }

    @Test
    void theNewestOfAFloodStay() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            queue.put(AmiEvent.of(Kind.BORN, "born." + i));
        }
        assertThat(drain()).startsWith("born.200").endsWith("born.299");
    }

    private List<String> drain() throws InterruptedException {
        List<String> calls = new ArrayList<>();
        for (Object item = queue.take(Duration.ZERO); item != null; item = queue.take(Duration.ZERO)) {
            calls.add(((AmiEvent) item).call());
        }
        return calls;
    }
}
