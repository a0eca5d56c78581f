package vn.mscore.hotline.voice.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBegan;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.Exit;

class CallBookIT {
    private static final String CALL = "1787000000.7";

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;
    private CallBook book;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        book = house.get(CallBook.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private CallStart start(String flow) {
        return new CallStart(CALL, flow, PhoneNumber.parse("0912345678"), Optional.empty(), clock.instant(), false);
    }

    private List<String> column(String name) {
        return house.tx(() -> house.get(Sql.class)
                .rows("select " + name + " as v from voice_call", row -> String.valueOf(row.text("v"))));
    }

    private Optional<PhoneNumber> caller() {
        return house.tx(() -> house.get(SqlCallBook.class).callerOf(CALL));
    }

    @Test
    void theSameCallTwiceIsOneEntryAndOneFact() {
        book.began(start("main"));
        book.handedOver(CALL, Exit.TO_QUEUE, "vi/menu-chinh");
        book.began(start("queue-callback"));
        assertThat(column("flow")).containsExactly("queue-callback");
        assertThat(column("state")).containsExactly("FLOW");
        assertThat(house.get(FactLog.class).of(CallBegan.class)).hasSize(1);
    }

    @Test
    void theEndIsToldOnceWhoeverSaysItFirst() {
        book.began(start("main"));
        book.ended(CALL, clock.instant(), Optional.of("vi/nhap-ma"));
        book.ended(CALL, clock.instant().plusSeconds(1), Optional.empty());
        assertThat(house.get(FactLog.class).of(CallEnded.class)).containsExactly(new CallEnded(CALL, clock.instant()));
        assertThat(column("reached")).containsExactly("vi/nhap-ma");
    }

    @Test
    void theEndOfACallThatNeverReachedUsIsNotOurs() {
        book.ended("1787000000.99", clock.instant(), Optional.empty());
        assertThat(house.get(FactLog.class).of(CallEnded.class)).isEmpty();
    }

    @Test
    void theNumberIsSealed() {
        book.began(start("main"));
        assertThat(column("hex(caller_sealed)").get(0)).doesNotContain("393132333435363738");
        assertThat(caller()).contains(new PhoneNumber("+84912345678"));
    }

    @Test
    void aCallOfTheSealedLaneHasNoIndexAndIsSealedUnderThatLanesKey() {
        book.began(start("main"));
        String before = column("hex(caller_sealed)").get(0);
        house.tx(() -> {
            house.get(SqlCallBook.class).conceal(CALL);
            return null;
        });
        assertThat(column("caller_index")).containsExactly("null");
        assertThat(before.substring(2, 4)).isEqualTo("00");
        assertThat(column("hex(caller_sealed)").get(0).substring(2, 4)).isEqualTo("01");
        assertThat(caller()).contains(new PhoneNumber("+84912345678"));
    }

    @Test
    void aCallWhoseGatewayDiedIsClosedWithinFiveMinutes() {
        book.began(start("main"));
        CloseLostCalls job = house.get(CloseLostCalls.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(job.run()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(job.run()).isEqualTo(1);
        assertThat(column("state")).containsExactly("ENDED");
        assertThat(house.get(FactLog.class).of(CallEnded.class)).hasSize(1);
    }

    @Test
    void aLongCallOfThisProcessStays() {
        book.began(start("main"));
        house.get(CallsInHand.class).take(this, CALL);
        CloseLostCalls job = house.get(CloseLostCalls.class);
        for (int minute = 0; minute < 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(job.run()).isZero();
        }
        assertThat(column("state")).containsExactly("FLOW");
    }
}
