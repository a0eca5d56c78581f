package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A clock goes on while a text is written: each look at it is a millisecond later. */
class GoingClockIT extends PostRoom {
    @Override
    Clock houseClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock.withZone(zone);
            }

            @Override
            public Instant instant() {
                clock.advance(Duration.ofMillis(1));
                return clock.instant();
            }
        };
    }

    @Test
    void aReplyThatMayLeaveNowIsNotCountedAsPutOff() {
        assertThat(put(answer(LAN, "tra loi"))).isEmpty();
        assertThat(figures().refusals()).doesNotContainKey("sms.reply-later");
        work();
        assertThat(m1.texts()).containsExactly("tra loi");
    }
}
