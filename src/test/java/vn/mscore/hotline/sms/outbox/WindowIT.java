package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** A line that sends several at a time: taken in blocks, noted in blocks, each sent once. */
@Timeout(120)
class WindowIT extends PostRoom {
    private static final int WINDOW = 4;

    private ScriptedLine wide;
    private LineWorker block;
    private Thread thread;

    @BeforeEach
    void widen() {
        wide = new ScriptedLine("m2");
        wide.window = WINDOW;
        house.get(vn.mscore.hotline.sms.SmsLines.class).add(wide);
        m1.stop();
        block = house.get(OutboxPump.class).worker(wide);
    }

    @AfterEach
    void end() throws InterruptedException {
        block.stop();
        if (thread != null) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private void run() {
        block.startHands(house.get(ThreadFactory.class));
        thread = new Thread(block);
        thread.start();
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            put(unasked(number(i), "tin " + i, Kind.NOTICE));
        }
    }

    private boolean settled(int count) {
        List<String> states = states();
        return states.size() == count
                && states.stream().noneMatch(state -> state.equals("NEW") || state.equals("SENDING"));
    }

    private void await(int count) throws InterruptedException {
        for (int i = 0; i < 600 && !settled(count); i++) {
            Thread.sleep(50);
        }
        assertThat(settled(count)).as(() -> states().toString()).isTrue();
    }

    @Test
    void soManyAsTheWindowHoldsAreOnTheirWayAndEachIsSentOnce() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        wide.script = sms -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            rest();
            now.decrementAndGet();
            return wide.taken();
        };
        put(30);
        run();
        await(30);
        assertThat(wide.texts()).hasSize(30).doesNotHaveDuplicates();
        assertThat(most.get()).isBetween(2, WINDOW);
        assertThat(states()).containsOnly("SENT");
        assertThat(column("select count(*) from sms_outbox_part")).containsExactly("30");
        assertThat(column("select concat(attempts, copies, parts) from sms_outbox"))
                .containsOnly("111");
    }

    @Test
    void oneOutcomeThatCannotBeNotedHarmsNoOtherOfItsBlock() throws InterruptedException {
        wide.script =
                sms -> sms.text().equals("tin 2") ? new SendOutcome(Result.SENT, List.of("7\u1ec7"), "") : wide.taken();
        put(8);
        run();
        await(8);
        assertThat(states()).containsExactly("SENT", "SENT", "UNKNOWN", "SENT", "SENT", "SENT", "SENT", "SENT");
        assertThat(wide.texts()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void eachOutcomeOfABlockIsNotedAsItIs() {
        wide.script = sms -> switch (sms.text()) {
            case "tin 1" -> ScriptedLine.outcome(Result.REFUSED);
            case "tin 2" -> ScriptedLine.outcome(Result.UNKNOWN);
            case "tin 3" -> ScriptedLine.outcome(Result.SENT, "11", "12");
            default -> wide.taken();
        };
        put(6);
        while (block.step()) {
            assertThat(wide.sent).hasSizeLessThan(20);
        }
        assertThat(states()).containsExactly("SENT", "FAILED", "UNKNOWN", "SENT", "SENT", "SENT");
        assertThat(column("select parts from sms_outbox order by id")).containsExactly("1", "0", "1", "2", "1", "1");
        assertThat(column("select count(*) from sms_outbox_part")).containsExactly("5");
    }

    @Test
    void whatIsNotOursAnyMoreIsNotNotedWithTheRestOfItsBlock() {
        put(WINDOW);
        block.step();
        String first = column("select min(id) from sms_outbox").get(0);
        String last = column("select max(id) from sms_outbox").get(0);
        house.schema().change("update sms_outbox set attempts = 2 where id = " + first);
        house.schema().change("update sms_outbox set state = 'SENT', sent_at = '2026-01-01' where id = " + last);
        while (block.step()) {
            assertThat(wide.sent).hasSize(WINDOW);
        }
        assertThat(states()).containsExactly("SENDING", "SENT", "SENT", "SENT");
        assertThat(column("select copies from sms_outbox order by id")).containsExactly("0", "1", "1", "0");
        assertThat(column("select outbox_id from sms_outbox_part"))
                .hasSize(2)
                .doesNotContain(first)
                .doesNotContain(last);
    }

    @Test
    void outcomesHurryOnlyWhileTextsWaitForTheirRoom() throws InterruptedException {
        run();
        for (int sent = 1; sent <= 4; sent++) {
            put(1);
            await(sent);
        }
        // A text that is found before its signal comes seems to wait.
        assertThat(hurried()).as("outcomes of single texts").isLessThan(4);
        put(30);
        await(34);
        assertThat(hurried()).as("outcomes of blocks").isGreaterThan(4);
    }

    /** How often outcomes woke the worker. */
    private long hurried() {
        OutboxSignal signal = house.get(OutboxSignal.class);
        return signal.count(wide.name()) - signal.queued(wide.name());
    }

    @Test
    void whatGrewTooOldInOurHandIsNotSent() {
        put(2);
        wide.script = sms -> {
            clock.advance(Duration.ofHours(25));
            return wide.taken();
        };
        block.step();
        block.step();
        care();
        assertThat(wide.texts()).containsExactly("tin 0");
        assertThat(states()).containsExactly("SENT", "EXPIRED");
        assertThat(figures().lines().get(0).retries()).isZero();
    }

    @Test
    void atADeathNoMoreThanTheWindowIsOfUnknownFate() {
        put(10);
        wide.script = sms -> {
            if (sms.text().equals("tin 5")) {
                throw new Killed();
            }
            return wide.taken();
        };
        try {
            while (block.step()) {
                assertThat(wide.sent).hasSizeLessThan(20);
            }
        } catch (Killed e) {
            assertThat(e).isNotNull();
        }
        LineWorker next = taken(wide);
        assertThat(states().stream().filter("UNKNOWN"::equals))
                .as(() -> states() + " " + wide.texts())
                .hasSizeBetween(1, WINDOW);
        assertThat(states()).doesNotContain("SENDING");
        clock.advance(Duration.ofMinutes(3));
        wide.script = sms -> wide.taken();
        care();
        while (next.step()) {
            assertThat(wide.sent).hasSizeLessThan(30);
        }
        assertThat(states()).hasSize(10).containsOnly("SENT");
        assertThat(wide.texts().size()).isLessThanOrEqualTo(10 + WINDOW);
    }

    @Test
    void whatBecameOfTheOthersIsNotedAndWhatNobodyTellsOfIsSentWhileOneHangs() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        ScriptedLine wider = new ScriptedLine("m3");
        wider.window = 3 * WINDOW;
        wider.script = sms -> {
            if (sms.text().equals("tin 0")) {
                waitFor(hangs);
            }
            return wider.taken();
        };
        house.get(vn.mscore.hotline.sms.SmsLines.class).add(wider);
        wide.stop();
        block = house.get(OutboxPump.class).worker(wider);
        put(3);
        run();
        for (int i = 0; i < 600 && !states().equals(List.of("SENDING", "SENT", "SENT")); i++) {
            Thread.sleep(50);
        }
        assertThat(states()).containsExactly("SENDING", "SENT", "SENT");
        // As another node queues it: no signal tells of it here.
        house.schema().change("update sms_outbox set state = 'NEW' order by id desc limit 1");
        for (int i = 0; i < 600 && wider.sent.size() < 4; i++) {
            Thread.sleep(50);
        }
        assertThat(wider.texts()).hasSize(4).endsWith("tin 2");
        hangs.countDown();
        await(3);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
