package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.smpp.Centre;
import vn.mscore.hotline.sms.smpp.QuickLine;

/** A message centre that asks for a slower pace and goes on asking. */
@Timeout(180)
class SlowCentreIT extends PostRoom {
    private static final Duration STEP = Duration.ofSeconds(150);
    private static final int STEPS = 4;

    private final AtomicInteger asked = new AtomicInteger();
    private Centre centre;
    private SmsLine op;

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("hotline.sms.smpp.op.pace", "1000/s");
        return settings;
    }

    @BeforeEach
    void bind() throws Exception {
        centre = new Centre();
        op = QuickLine.at(centre.address("?window=1"));
        op.start(new KeptIntake());
        assertThat(Centre.await(() -> op.state().status() == Status.READY)).isTrue();
        house.get(SmsLines.class).add(op);
        house.tx(() -> {
            house.tell(new LineTaken("op"));
            return true;
        });
        worker = house.get(OutboxPump.class).worker(op);
    }

    @AfterEach
    void unbind() throws Exception {
        op.stop();
        centre.close();
    }

    private static OutgoingSms answer(String text, Duration worth) {
        return new OutgoingSms(LAN, text, Kind.ANSWER, Optional.of("op"), worth, Optional.empty(), Optional.empty());
    }

    @Test
    @DisplayName("row 85: throttled for ten minutes the line slows, loses nothing, and tells what became too old")
    void whatAThrottlingCentreRefusesIsKeptAndGoesOutOnce() {
        Instant begin = clock.instant();
        centre.status = sms -> {
            asked.incrementAndGet();
            return SMPPConstant.STAT_ESME_RTHROTTLED;
        };
        put(answer("worth a day", Duration.ofHours(24)));
        put(answer("worth five minutes", Duration.ofMinutes(4)));
        work();
        for (int i = 0; i < STEPS; i++) {
            assertThat(states().get(0)).isEqualTo("NEW");
            clock.advance(STEP);
            care();
            work();
        }
        assertThat(asked.get()).as("submissions in ten minutes").isBetween(4, 2 * (STEPS + 1));
        assertThat(op.state().detail()).contains("slower pace");
        assertThat(states()).containsExactly("NEW", "EXPIRED");
        assertThat(house.tx(() -> house.get(LineDays.class).expiredAnswers(begin)))
                .as("what was too old is told")
                .isEqualTo(1);
        centre.status = sms -> 0;
        for (int i = 0; i < STEPS && !states().get(0).equals("SENT"); i++) {
            clock.advance(STEP);
            work();
        }
        assertThat(states()).containsExactly("SENT", "EXPIRED");
        assertThat(centre.submitted).hasSize(1);
    }

    @Test
    @DisplayName(
            "row 85: the rest of a text is put off: the beginning goes once, no copy is used up, and its report fits")
    void aTextThatIsHalfTakenGoesOnWhereItStopped() {
        AtomicInteger refusals = new AtomicInteger(5);
        centre.status = sms ->
                sms.getShortMessage()[5] > 1 && refusals.getAndDecrement() > 0 ? SMPPConstant.STAT_ESME_RSYSERR : 0;
        put(answer("a".repeat(161), Duration.ofHours(24)));
        work();
        assertThat(states()).containsExactly("NEW");
        assertThat(column("select copies from sms_outbox")).containsExactly("0");
        delivered("1001");
        clock.advance(STEP);
        work();
        assertThat(states()).containsExactly("SENT");
        assertThat(centre.submitted).hasSize(2);
        care();
        delivered("1002");
        assertThat(deliveries()).containsExactly("DELIVERED");
    }

    private void delivered(String reference) {
        byte[] raw = reference.getBytes(StandardCharsets.US_ASCII);
        house.tx(() -> {
            house.get(DeliveryReports.class)
                    .note(new Intake.ReceivedReport("op", reference, LAN.e164(), 0, Optional.empty(), raw));
            return true;
        });
    }
}
