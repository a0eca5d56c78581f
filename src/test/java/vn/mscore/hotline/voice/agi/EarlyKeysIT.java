package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.CallerSound;
import vn.mscore.hotline.house.Sipp;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Speech;

/** Who knows the menu by heart presses a key as soon as the call is answered, and so do twenty-four others at that moment. */
@Timeout(240)
class EarlyKeysIT {
    private static final Logger LOG = Logger.getLogger(EarlyKeysIT.class.getName());
    private static final int AT_ONCE = 25;
    private static final int ROUNDS = Integer.getInteger("early.rounds", 1);
    private static final int STAYS = 3_000;
    private static final List<Integer> MILLIS = List.of(0, 20, 100, 200, 300, 500);
    private static final Entry BRIEF = new Entry(1, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private static RealLine line;
    private final BlockingQueue<Keys> heard = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        AptTool.require("/usr/bin/sipp", "sip-tester");
        line = RealLine.open(Map.of("menu-1", 1000, "du-phong", 2000, "bip", 300));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (line != null) {
            line.close();
        }
    }

    /** What is looked up before the first word takes its time when many call at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aKeyRightAfterTheAnswerIsHeardHoweverManyCallAtOnce(int lookUp) throws Exception {
        line.answer(call -> {
            pause(lookUp);
            heard.add(call.ask(Speech.of(List.of("vi/menu-1")), BRIEF));
            call.leave(Exit.HANG_UP);
        });
        round(0);
        int lost = 0;
        for (int millis : MILLIS) {
            int here = 0;
            for (int i = 0; i < ROUNDS; i++) {
                here += round(millis);
            }
            Object[] figures = {lookUp, millis, here, ROUNDS * AT_ONCE};
            LOG.log(Level.INFO, "look-up of {0} ms, a key after {1} ms: {2} of {3} lost", figures);
            lost += here;
        }
        assertThat(lost).isZero();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Twenty-five calls; tells how many keys were not heard. */
    private int round(int millis) throws IOException, InterruptedException {
        heard.clear();
        CallerSound telephone = new CallerSound();
        telephone.press(millis, "1");
        Path sound = telephone.write(line.exchange.home().resolveSibling("early-" + millis + ".pcap"), STAYS);
        Sipp callers =
                Sipp.caller(line.exchange).withTelephone().dial().send(sound).untilHungUp(30);
        assertThat(callers.times(AT_ONCE, 200).run()).isZero();
        assertThat(heard).hasSize(AT_ONCE);
        return (int) heard.stream().filter(keys -> !keys.pressed().equals("1")).count();
    }
}
