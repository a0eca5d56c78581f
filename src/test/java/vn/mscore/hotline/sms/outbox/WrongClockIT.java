package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.platform.ClockApart;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** This node's clock is wrong for a while, the database's is right (P14). */
class WrongClockIT extends PostRoom {
    @BeforeEach
    void beginAtTheTimeOfTheDatabase() {
        clock.set(Clock.systemUTC().instant());
    }

    @Test
    void whatIsStillWorthSendingByTheClockOfTheDatabaseDoesNotExpire() {
        m1.status = LineState.Status.LOST;
        put(answer(LAN, "tra loi"));
        clock.advance(Duration.ofHours(25));
        care();
        assertThat(states()).containsExactly("NEW");
        clock.advance(Duration.ofHours(-25));
        m1.status = LineState.Status.READY;
        work();
        assertThat(m1.texts()).containsExactly("tra loi");
    }

    @ParameterizedTest
    @EnumSource(names = {"RETRY", "UNKNOWN"})
    void whatWasPutOffWhileTheClockWasAheadGoesWhenItIsRightAgain(Result result) {
        put(answer(LAN, "tra loi"));
        m1.script = sms -> ScriptedLine.outcome(result);
        clock.advance(Duration.ofHours(20));
        work();
        clock.advance(Duration.ofHours(-20));
        m1.script = sms -> m1.taken();
        thaw();
        care();
        work();
        assertThat(m1.texts()).hasSize(2);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void anAnswerPutInWhileTheClockWasAheadGoesAndANoticeWaitsForItsHour() {
        clock.advance(Duration.ofHours(20));
        put(answer(LAN, "tra loi"));
        clock.advance(Duration.ofHours(-20));
        put(OutgoingSms.unasked(MINH, "mai", Kind.NOTICE, clock.instant().plus(Duration.ofHours(60))));
        thaw();
        work();
        assertThat(m1.texts()).containsExactly("tra loi");
    }

    @Test
    void aPauseOfOursIsKept() {
        m1.script = sms -> ScriptedLine.outcome(Result.RETRY);
        put(answer(LAN, "tra loi"));
        work();
        thaw();
        work();
        assertThat(m1.sent).hasSize(1);
    }

    @Test
    void aClockApartFromTheDatabasesIsNoticed() {
        ClockApart apart = house.get(ClockApart.class);
        apart.run();
        assertThat(apart.wasApart()).isFalse();
        clock.advance(Duration.ofHours(1));
        apart.run();
        assertThat(apart.wasApart()).isTrue();
        clock.advance(Duration.ofHours(-2));
        apart.run();
        assertThat(apart.wasApart()).isTrue();
    }

    private void thaw() {
        house.get(FrozenCare.class).run();
    }
}
