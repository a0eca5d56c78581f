package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.DiskSearch;
import vn.mscore.hotline.house.Sipp;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Sound;
import vn.mscore.hotline.voice.Speech;
import vn.mscore.hotline.voice.VoiceCounts;

/** Calls by SIPp over a real Asterisk: what the scripted exchange says of it is true. */
@Timeout(240)
class RealCallIT {
    private static final Logger LOG = Logger.getLogger(RealCallIT.class.getName());
    private static final Speech MENU = Speech.of(List.of("vi/menu-1", "vi/menu-2"));
    private static final Speech THANKS = Speech.of(List.of("vi/cam-on"));
    private static final RecordingOrder ORDER =
            new RecordingOrder("complaint:HSQH", false, Duration.ofSeconds(8), Duration.ofSeconds(3));

    private static final int AT_ONCE = 40;
    private static final int SURELY_TWO_SECONDS = 6500;

    private static final int PERHAPS_BEFORE_THE_BEEP = 3000;

    private static final String SEALED = "0987654321";
    private static final String LINKED =
            "voice_recording where linked and recording_id = '%s' and if(spoken, state = 'KEPT', state in ('KEPT', 'EMPTY'))";
    private static final String WHOLE =
            "voice_recording where state = 'KEPT' and spoken and length_ms > 4000 and recording_id = '%s'";

    private static RealLine line;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        AptTool.require("/usr/bin/sipp", "sip-tester");
        line = RealLine.open(
                Map.of("menu-1", 4000, "menu-2", 4000, "nhap-ma", 3000, "cam-on", 1500, "bip", 300, "du-phong", 2000));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (line != null) {
            line.close();
        }
    }

    private Object next() throws InterruptedException {
        Object answer = heard.poll(60, TimeUnit.SECONDS);
        assertThat(answer).as("the flow has heard nothing").isNotNull();
        return answer;
    }

    private Sipp caller() throws IOException, InterruptedException {
        return Sipp.caller(line.exchange).from("0912345678").dial();
    }

    @Test
    void aMissingPromptIsToldFromAHangUp() throws Exception {
        line.answer(call -> {
            call.say(Speech.of(List.of("vi/khong-co", "vi/cam-on")));
            heard.add("went on");
            try {
                call.say(new Speech(List.of(Sound.prompt("vi/menu-2"), Sound.prompt("vi/menu-2"))));
                call.say(THANKS);
            } catch (CallerGone e) {
                heard.add("gone");
            }
        });
        assertThat(caller().pause(5000).hangUp().run()).isZero();
        assertThat(List.of(next(), next())).isEqualTo(List.of("went on", "gone"));
    }

    @Test
    void nothingPressedAndAFewKeysWithoutHash() throws Exception {
        Entry brief = new Entry(4, Duration.ofSeconds(4), Duration.ofSeconds(4));
        line.answer(call -> {
            heard.add(call.ask(THANKS, brief).isNone());
            heard.add(call.ask(THANKS, brief));
            heard.add(call.ask(THANKS, brief));
            heard.add(call.ask(THANKS, brief));
            call.leave(Exit.HANG_UP);
        });
        // Each key comes three seconds and more from both ends of its prompt with the wait after it, 5.5 s in all.
        Sipp sipp = caller().pause(8500)
                .press("47")
                .pause(6000)
                .press("#")
                .pause(1800)
                .press("*")
                .untilHungUp(40);
        assertThat(sipp.run()).isZero();
        assertThat(next()).isEqualTo(true);
        assertThat(next()).hasToString("Keys[pressed=47, hash=false]");
        assertThat(next()).hasToString("Keys[pressed=, hash=true]");
        assertThat(next()).hasToString("Keys[pressed=*, hash=false]");
    }

    @Test
    void aRecordingEndsByAKeyAndIsHeardAgain() throws Exception {
        line.answer(call -> {
            Recorded recorded = call.record(ORDER);
            heard.add(recorded);
            call.say(new Speech(List.of(Sound.recording(recorded.id()))));
            heard.add("heard again");
            call.leave(Exit.HANG_UP);
        });
        assertThat(caller().speak(4, 60)
                        .pause(4500)
                        .quiet()
                        .press("#")
                        .untilHungUp(20)
                        .run())
                .isZero();
        Recorded recorded = (Recorded) next();
        assertThat(recorded.end()).isEqualTo(End.KEY);
        assertThat(recorded.spoken()).isTrue();
        assertThat(next()).isEqualTo("heard again");
        assertThat(line.house.get(vn.mscore.hotline.voice.VoiceCounts.class).missing())
                .doesNotContain(recorded.id().value());
    }

    @Test
    void aRecordingEndsBySilence() throws Exception {
        line.answer(call -> {
            heard.add(call.record(ORDER));
            call.leave(Exit.HANG_UP);
        });
        assertThat(caller().speak(4, 30).untilHungUp(20).run()).isZero();
        Recorded recorded = (Recorded) next();
        assertThat(recorded.end()).isEqualTo(End.SILENCE);
        assertThat(recorded.spoken()).isTrue();
    }

    @Test
    void aRecordingEndsAtItsLimitAndTheNextOneByTheHangUp() throws Exception {
        line.answer(call -> {
            heard.add(call.record(ORDER));
            heard.add(call.record(ORDER));
            call.say(THANKS);
        });
        assertThat(caller().speak(30, 0).pause(13_500).hangUp().run()).isZero();
        Recorded longest = (Recorded) next();
        Recorded last = (Recorded) next();
        assertThat(List.of(longest.end(), last.end())).isEqualTo(List.of(End.LIMIT, End.HANG_UP));
        assertThat(longest.length()).isBetween(Duration.ofMillis(7500), Duration.ofMillis(8500));
        assertThat(last.spoken()).isTrue();
    }

    /**
     * P12: {@code -Dhangups=200} for the whole promise; each call goes to a recording by the real flow and hangs up at its
     * own moment, the beep included.
     */
    @Test
    void whoeverHangsUpInARecordingIsKeptAndACaseOnce() throws Exception {
        int calls = Integer.getInteger("hangups", AT_ONCE);
        line.answer(talk -> report(talk, () -> {}));
        Random random = new Random(20_260_817);
        List<Recorded> recorded = new ArrayList<>();
        int longOnes = 0;
        int shortOnes = 0;
        for (int done = 0; done < calls; done += AT_ONCE) {
            List<Sipp> callers = new ArrayList<>();
            for (int i = done; i < Math.min(calls, done + AT_ONCE); i++) {
                int millis = 300 + random.nextInt(12_700);
                longOnes += millis > SURELY_TWO_SECONDS ? 1 : 0;
                shortOnes += millis < PERHAPS_BEFORE_THE_BEEP ? 1 : 0;
                Sipp caller = Sipp.caller(line.exchange).from("0" + (912_000_000 + i));
                callers.add(caller.dial().speak(15, 0).pause(millis).hangUp());
            }
            recorded.addAll(talked(callers));
        }
        List<Recorded> spoken = recorded.stream().filter(Recorded::spoken).toList();
        LOG.log(Level.INFO, "{0} hang-ups: {1} kept as spoken, {2} surely were", new Object[] {
            calls, spoken.size(), longOnes
        });
        List<Recorded> unrecorded =
                recorded.stream().filter(one -> !isKept(one)).toList();
        assertThat(recorded).hasSize(calls);
        assertThat(unrecorded)
                .as("gone before the exchange recorded")
                .hasSizeLessThanOrEqualTo(shortOnes)
                .allMatch(one -> one.length().isZero())
                .allMatch(one -> Files.notExists(line.house.get(Recorder.class).spool(one.id())));
        anHourLater();
        assertThat(recorded).allMatch(this::isKept);
        assertThat(spoken).as("kept with two seconds or more").hasSizeGreaterThanOrEqualTo(longOnes);
        assertThat(recorded).allMatch(one -> cases(List.of(one)).size() == (one.spoken() ? 1 : 0));
    }

    private boolean isKept(Recorded one) {
        return rows(LINKED.formatted(one.id().value())) == 1;
    }

    /** What nobody recorded is settled by the sweep; no file may come by then. */
    private static void anHourLater() {
        line.house.schema().change("update voice_recording set promised_at = promised_at - interval 2 hour");
        line.sweep();
    }

    private List<Recorded> talked(List<Sipp> callers) throws IOException, InterruptedException {
        List<Sipp.Running> running = new ArrayList<>();
        for (Sipp caller : callers) {
            running.add(caller.start());
        }
        List<Recorded> recorded = new ArrayList<>();
        for (Sipp.Running call : running) {
            assertThat(call.await()).as(call.said()).isZero();
            recorded.add((Recorded) next());
        }
        return recorded;
    }

    @Test
    void aGatewayThatStopsInARecordingFindsItLater() throws Exception {
        int before = stopped();
        line.answer(call -> {
            heard.add("recording");
            call.record(new RecordingOrder("stopped", true, Duration.ofSeconds(30), Duration.ofSeconds(9)));
        });
        Sipp.Running call = caller().speak(20, 0).pause(12_000).hangUp().start();
        next();
        Thread.sleep(3000);
        line.closeDoor();
        assertThat(call.await()).isZero();
        line.openDoor();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (stopped() == before && System.nanoTime() < until) {
            Thread.sleep(1000);
            line.sweep();
        }
        assertThat(stopped()).as("taken in by the sweep, whole").isEqualTo(before + 1);
    }

    /** The file is not yet two seconds long when the line is cut, and is a whole report when the caller hangs up. */
    @Test
    void aGatewayThatStopsAtTheFirstWordMakesACaseOfEachReportLater() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        line.answer(talk -> report(talk, () -> meet(together)));
        int wishes = rows("switchboard_callback");
        List<Sipp.Running> calls = new ArrayList<>();
        for (String number : List.of("0912345678", SEALED)) {
            Sipp caller = Sipp.caller(line.exchange).from(number).dial();
            calls.add(caller.speak(20, 0).pause(7000).hangUp().start());
        }
        meet(together);
        Thread.sleep(900);
        line.closeDoor();
        List<Recorded> recorded = List.of((Recorded) next(), (Recorded) next());
        assertThat(recorded).allMatch(cut -> cut.end() == End.UNKNOWN && !cut.spoken());
        for (Sipp.Running call : calls) {
            assertThat(call.await()).as(call.said()).isZero();
        }
        line.openDoor();
        long until = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (cases(recorded).size() < 2 && System.nanoTime() < until) {
            Thread.sleep(1000);
            line.sweep();
            line.tell();
        }
        line.tell();
        assertThat(cases(recorded)).containsExactlyInAnyOrder("FEEDBACK HSQH 0", "DENUNCIATION KHAC 1");
        assertThat(rows("switchboard_callback")).isEqualTo(wishes);
        assertThat(recorded).allMatch(one -> rows(WHOLE.formatted(one.id().value())) == 1);
        DiskSearch search = new DiskSearch(List.of(SEALED.substring(1)));
        search.below(line.exchange.home());
        assertThat(search.hits()).as("logs, call records, spools").isEmpty();
        assertThat(search.bytes()).isPositive();
        assertThat(line.exchange.home().resolve("log")).isNotEmptyDirectory();
    }

    /** Goes to a recording by the real flow, the sealed lane or an open one. */
    private void report(Call talk, Runnable beforeTheBeep) {
        boolean sealed = talk.start().caller().equals(PhoneNumber.parse(SEALED));
        String[] keys = sealed ? new String[] {"3", "4", "1"} : new String[] {"3", "1"};
        ByHeart call = new ByHeart(talk, beforeTheBeep, keys);
        try {
            line.flow("main").run(call);
        } finally {
            heard.add(call.recorded());
        }
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> cases(List<Recorded> recorded) {
        List<String> found = new ArrayList<>();
        for (Recorded one : recorded) {
            found.addAll(line.house.tx(() -> line.house
                    .get(Sql.class)
                    .rows(
                            "select concat(kind, ' ', category, ' ', secret) as v from complaint where source = ?",
                            row -> row.text("v"),
                            "recording:" + one.id().value())));
        }
        return found;
    }

    private static int rows(String which) {
        return line.house.tx(() -> line.house.get(Sql.class).count("select count(*) as n from " + which));
    }

    private static long silences() {
        return line.house.get(VoiceCounts.class).refused().getOrDefault("silence", 0L);
    }

    /** P13: dead air ends after five seconds, and what is said then is kept. */
    @Test
    void aFlowThatHangsLeavesTheCallerToTheFallback() throws Exception {
        CountDownLatch database = new CountDownLatch(1);
        line.answer(call -> {
            call.say(THANKS);
            try {
                heard.add(database.await(60, TimeUnit.SECONDS));
                call.say(THANKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (CallerGone e) {
                heard.add("gone");
            }
        });
        int before = line.exchange.recordings("fallback-").size();
        long silences = silences();
        assertThat(caller().speak(25, 0).pause(16_000).hangUp().run()).isZero();
        List<Path> kept = line.exchange.recordings("fallback-");
        assertThat(kept).hasSize(before + 1);
        assertThat(silences()).isEqualTo(silences + 1);
        database.countDown();
        assertThat(List.of(next(), next())).isEqualTo(List.of(true, "gone"));
        for (Path file : kept) {
            assertThat(Files.size(file)).as("three seconds or more").isGreaterThan(3 * 16_000);
        }
    }

    private static int stopped() {
        return line.house.tx(
                () -> line.house
                        .get(Sql.class)
                        .count(
                                "select count(*) as n from voice_recording where secret and state = 'KEPT' and length_ms > 8000"));
    }
}
