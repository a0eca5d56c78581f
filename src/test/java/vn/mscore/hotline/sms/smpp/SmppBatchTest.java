package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;

/** What waits while the database is busy is stored together, and each is answered as if it had come alone. */
@Timeout(60)
class SmppBatchTest {
    private static final String FROM = "84912345678";

    private final KeptIntake intake = new KeptIntake();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Centre centre;
    private SmppLine line;

    @BeforeEach
    void open() throws Exception {
        centre = new Centre();
        line = QuickLine.to(centre.address(""), Map.of());
        line.start(intake);
        assertThat(Centre.await(() -> line.state().status() == Status.READY && centre.bound()))
                .isTrue();
    }

    @AfterEach
    void close() throws IOException {
        gate.countDown();
        line.stop();
        centre.close();
        threads.shutdownNow();
    }

    /** Delivers the first and, while the database is busy with it, the others in their order; tells how each was answered. */
    private List<Integer> deliver(String... texts) throws Exception {
        intake.hold(gate);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (String text : texts) {
            answers.add(CompletableFuture.supplyAsync(() -> deliver(text), threads));
            // The order on the wire is that of the list.
            assertThat(Centre.await(() -> intake.asked() == 1)).isTrue();
            TimeUnit.MILLISECONDS.sleep(answers.size() == 1 ? 0 : 600);
        }
        gate.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<Integer> answer : answers) {
            statuses.add(answer.get(60, TimeUnit.SECONDS));
        }
        return statuses;
    }

    private int deliver(String text) {
        try {
            byte[] octets =
                    text.startsWith("hex ") ? HexFormat.of().parseHex(text.substring(4)) : text.getBytes(US_ASCII);
            return centre.deliver(new Centre.Header(1, FROM, text.startsWith("hex ") ? 0x40 : 0, 0), octets);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWaitsIsStoredTogetherInItsOrder() throws Exception {
        assertThat(deliver("a", "b", "c", "d")).containsOnly(0);
        assertThat(intake.batches()).containsExactly(3);
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 a", "TEXT +84912345678 b", "TEXT +84912345678 c", "TEXT +84912345678 d");
    }

    @Test
    void oneThatCannotBeStoredHarmsNoOtherOfItsBatch() throws Exception {
        assertThat(deliver("a", "b", "poison", "d")).containsOnly(0);
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 a",
                        "TEXT +84912345678 b",
                        "QUARANTINE cannot be stored",
                        "TEXT +84912345678 d");
    }

    @Test
    void theSameWordsTwiceInABatchAreTwoMessages() throws Exception {
        assertThat(deliver("a", "b", "c", "b")).containsOnly(0);
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 a", "TEXT +84912345678 b", "TEXT +84912345678 c", "TEXT +84912345678 b");
    }

    @Test
    void unreadableOctetsInABatchAreKeptForAPersonAndTheOthersStored() throws Exception {
        // A user data header that is longer than the text.
        List<Integer> statuses = deliver("a", "b", "hex 7f0003", "d");
        assertThat(intake.log()).contains("TEXT +84912345678 b", "TEXT +84912345678 d");
        assertThat(statuses.get(1)).isZero();
        assertThat(statuses.get(3)).isZero();
    }

    @Test
    void theAnswersOfABatchComeAfterItsCommit() throws Exception {
        intake.away(true);
        assertThat(deliver("a", "b", "c")).doesNotContain(0);
        assertThat(intake.log()).isEmpty();
    }

    /** While the database is busy with a text, a receipt is noted and answered, whichever of its workers it goes to. */
    @Test
    void noReceiptWaitsBehindATextThatIsBeingStored() throws Exception {
        intake.hold(gate);
        CompletableFuture<Integer> text = CompletableFuture.supplyAsync(() -> deliver("a"), threads);
        assertThat(Centre.await(() -> intake.asked() == 1)).isTrue();
        for (int id = 1; id <= 6; id++) {
            String receipt = "id:" + id + " sub:001 dlvrd:001 submit date:2611280610 done date:2611280611"
                    + " stat:DELIVRD err:000 text:x";
            assertThat(centre.deliver(new Centre.Header(1, FROM, 0x04, 0), receipt.getBytes(US_ASCII)))
                    .isZero();
        }
        assertThat(text).isNotDone();
        assertThat(intake.log()).hasSize(6);
        gate.countDown();
        assertThat(text.get(60, TimeUnit.SECONDS)).isZero();
    }
}
