package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;

/** What waits while the database is busy is stored together, and each is answered as if it had come alone. */
@Timeout(60)
@Waits
class SmppBatchTest {
    private static final String FROM = "84912345678";

    private static final int FULL = SMPPConstant.STAT_ESME_RMSGQFUL;

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

    /** While the database is busy the centre keeps what is more than this, and delivers it later. */
    @ParameterizedTest(name = "{0} octets each: {1} are kept here, the others are told that the queue is full")
    @CsvSource({"100, 1001", "65000, 64"})
    void whatWaitsHereIsBounded(int size, int kept) throws Exception {
        intake.hold(gate);
        Heard peer = new Heard();
        Reception reception =
                new Reception(QuickLine.settings(centre.address(""), Map.of()), intake, Thread::new, Clock.systemUTC());
        try (SmppLink link = new SmppLink(new SmppSocket(peer, peer))) {
            reception.take(delivery(0, size), link);
            assertThat(Centre.await(() -> intake.asked() == 1)).isTrue();
            for (int i = 1; i < kept + 2; i++) {
                reception.take(delivery(i, size), link);
            }
            assertThat(peer.statuses()).containsExactly(FULL, FULL);
            gate.countDown();
            assertThat(Centre.await(() -> peer.statuses().size() == kept + 2)).isTrue();
            reception.take(delivery(kept + 2, size), link);
            assertThat(Centre.await(() -> peer.statuses().size() == kept + 3)).isTrue();
            assertThat(peer.statuses().subList(2, kept + 3)).containsOnly(0);
            assertThat(intake.log()).hasSize(kept + 1);
        } finally {
            gate.countDown();
            reception.stop();
        }
    }

    /** A text of its own sender with a body of {@code size} octets. */
    private static SmppPdu delivery(int number, int size) {
        ByteBuffer body = ByteBuffer.allocate(size).put(HexFormat.of().parseHex("000101"));
        body.put("849%08d".formatted(number).getBytes(US_ASCII))
                .put(new byte[14])
                .put(HexFormat.of().parseHex("0424"));
        body.putShort((short) (body.remaining() - Short.BYTES));
        Arrays.fill(body.array(), body.position(), size, (byte) 'x');
        return new SmppPdu(SMPPConstant.CID_DELIVER_SM, 0, number, body.array());
    }

    /** A connection that says nothing and keeps what it hears. */
    private static final class Heard extends Socket {
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return said;
        }

        List<Integer> statuses() {
            List<Integer> statuses = new ArrayList<>();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(said.toByteArray()));
            try {
                while (in.available() > 0) {
                    statuses.add(SmppPdu.read(in).status());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return statuses;
        }
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
