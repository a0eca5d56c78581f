package vn.mscore.hotline.sms.smpp;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/**
 * The N-th-failure loop over the socket (P6): for N = 1, 2, ... the connection ends before, in and after the N-th PDU, of
 * either side, until a run ends without having met it. Each time every text is stored once, and none is sent twice that
 * the line did not call of unknown fate.
 */
@Timeout(900)
class SmppCutIT {
    private static final int AT_ONCE = 6;
    private static final int TEXTS = 3;
    private static final int MOST = 60;
    private static final long PATIENCE = 6000;

    @ParameterizedTest
    @EnumSource
    void whereverTheConnectionEndsNothingIsLostOrDoubled(PduCutter.Where where) throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE);
        AtomicInteger last = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean(true);
        Callable<Void> oneAfterTheOther = () -> {
            for (int nth = last.incrementAndGet(); met.get() && nth <= MOST; nth = last.incrementAndGet()) {
                if (!run(where, nth)) {
                    met.set(false);
                }
            }
            return null;
        };
        try {
            for (Future<Void> done : runs.invokeAll(Collections.nCopies(AT_ONCE, oneAfterTheOther), 10, MINUTES)) {
                done.get();
            }
            assertThat(met.get()).as("a run ended without having met its N").isFalse();
        } finally {
            runs.shutdownNow();
        }
    }

    /** Whether the N-th passed. */
    private static boolean run(PduCutter.Where where, int nth) throws Exception {
        KeptIntake intake = new KeptIntake();
        List<String> unknown = Collections.synchronizedList(new ArrayList<>());
        try (Centre centre = new Centre();
                PduCutter cutter = new PduCutter(centre.port(), nth, where)) {
            centre.patience = PATIENCE;
            SmppLine line = QuickLine.to("smpp://hotline@127.0.0.1:" + cutter.port(), Map.of());
            line.start(intake);
            try {
                Thread citizens = new Thread(() -> texts().forEach(i -> handedOver(centre, "TC " + i)));
                citizens.start();
                texts().forEach(i -> submitted(line, "x" + i, unknown));
                citizens.join(120_000);
                assertThat(citizens.isAlive())
                        .as("%s %d: handed over", where, nth)
                        .isFalse();
                assertThat(Centre.await(() -> line.state().status() == Status.READY))
                        .as("%s %d: %s", where, nth, line.state())
                        .isTrue();
            } finally {
                line.stop();
            }
            check(where + " " + nth, intake, sent(centre), unknown);
            return cutter.cut();
        }
    }

    private static IntStream texts() {
        return IntStream.range(0, TEXTS);
    }

    private static void check(String run, KeptIntake intake, List<String> sent, List<String> unknown) {
        for (int i = 0; i < TEXTS; i++) {
            assertThat(Collections.frequency(intake.log(), "TEXT +8491234567" + i + " TC " + i))
                    .as("%s: %s", run, intake.log())
                    .isEqualTo(1);
            String text = "x" + i;
            int times = Collections.frequency(sent, text);
            assertThat(times).as("%s: sent %s, unknown %s", run, sent, unknown).isLessThanOrEqualTo(1);
            assertThat(times == 1 || unknown.contains(text))
                    .as("%s: sent %s, unknown %s", run, sent, unknown)
                    .isTrue();
        }
        assertThat(unknown).as(run).hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> sent(Centre centre) {
        return centre.submitted.stream()
                .map(SubmitSm::getShortMessage)
                .map(String::new)
                .toList();
    }

    /** A centre hands over again until it is thanked. */
    private static void handedOver(Centre centre, String words) {
        String from = "8491234567" + words.substring(words.length() - 1);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (centre.bound() && centre.deliver(from, words) == 0) {
                    return;
                }
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // Not thanked: again.
            }
        }
    }

    /** As the outbox does: what is to be tried again is, what is of unknown fate is not at once. */
    private static void submitted(SmppLine line, String words, List<String> unknown) {
        SendOutcome outcome = line.send(new Submission(7, new PhoneNumber("+84912345678"), words));
        while (outcome.result() == Result.RETRY) {
            outcome = line.send(new Submission(7, new PhoneNumber("+84912345678"), words));
        }
        if (outcome.result() == Result.UNKNOWN) {
            unknown.add(words);
        }
    }
}
