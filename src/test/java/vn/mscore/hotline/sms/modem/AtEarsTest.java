package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Waits;

/** A modem that never stops talking is left all the same, and what it said before is not forgotten. */
@Timeout(60)
@Waits
class AtEarsTest {
    private static final String HEX = "00040B914819325476F800006211229003518204D4212806";
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONG = TimeUnit.SECONDS.toNanos(50);

    private volatile String said = "";
    private final AtomicInteger times = new AtomicInteger();
    private final AtWire wire = new AtWire(new Talker(), Executors.defaultThreadFactory(), "talker");
    private final AtEars ears = new AtEars(wire);

    /** Says the same so many times, as fast as it is heard. */
    private final class Talker implements AtPort {
        @Override
        public int read(byte[] buffer) throws IOException {
            if (times.get() <= 0) {
                idle();
                return 0;
            }
            byte[] octets = said.getBytes(StandardCharsets.ISO_8859_1);
            times.decrementAndGet();
            System.arraycopy(octets, 0, buffer, 0, octets.length);
            return octets.length;
        }

        private void idle() throws IOException {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void write(byte[] octets) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public void close() {
            times.set(0);
        }
    }

    private void says(String what, int often) {
        said = what;
        times.set(often);
    }

    private void waitUntilItWasSaid() throws InterruptedException {
        while (times.get() > 0) {
            Thread.sleep(1);
        }
        Thread.sleep(20);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatIsLeftOfAnEndlessTalkEnds() throws InterruptedException {
        says("+CSQ: 1\r\n", Integer.MAX_VALUE);
        while (times.get() > Integer.MAX_VALUE - 100) {
            Thread.sleep(1);
        }
        int heard = 0;
        while (ears.left() != null) {
            heard++;
        }
        assertThat(heard).isBetween(1, 5000);
    }

    @Test
    void waitingForNewsEndsInTimeThoughNoiseNeverEnds() {
        says("noise\r\n", Integer.MAX_VALUE);
        assertThat(ears.event(SHORT)).isNull();
    }

    @Test
    void aPauseEndsInTimeThoughNewsNeverEnd() {
        says("noise\r\n", Integer.MAX_VALUE);
        ears.pause(SHORT);
        assertThat(ears.event(0)).isNull();
    }

    @Test
    void aMessageHeardWhenTheFloodIsTooMuchIsNotForgotten() throws InterruptedException {
        says("+CIEV: 1\r\n", 4000);
        waitUntilItWasSaid();
        ears.pause(TimeUnit.SECONDS.toNanos(3));
        says("+CIEV: 1\r\n", 1001);
        waitUntilItWasSaid();
        says("+CMT: ,23\r\n" + HEX + "\r\n", 1);
        assertThatThrownBy(() -> ears.pause(LONG)).isInstanceOf(PortLost.class);
        waitUntilItWasSaid();
        List<Unsolicited> left = new ArrayList<>();
        for (Unsolicited event = ears.left(); event != null; event = ears.left()) {
            left.add(event);
        }
        assertThat(left).contains(new Unsolicited("+CMT", ",23", HEX));
    }

    @Test
    void aHeaderThatWasTheLastWordIsTold() throws InterruptedException {
        says("+CMT: ,23\r\n", 1);
        waitUntilItWasSaid();
        assertThat(ears.left()).isEqualTo(new Unsolicited("+CMT", ",23", ""));
        assertThat(ears.left()).isNull();
    }

    @Test
    void aCallForAttentionThatComesWhileAnAnswerIsWaitedForIsHeardAfterwards() throws InterruptedException {
        wire.wake();
        says("OK\r\n", 1);
        assertThat(ears.answer("AT", LONG)).isEqualTo(new AtToken.Line("OK"));
        assertThat(ears.event(LONG)).isNull();
    }
}
