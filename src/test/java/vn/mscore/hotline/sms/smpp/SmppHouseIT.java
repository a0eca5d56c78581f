package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.SmsServices;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SmsOutbox;

/** The whole way of a text by SMPP on a real database: deliver_sm, commit, answer, desk, outbox, submit_sm, receipt. */
@Timeout(180)
class SmppHouseIT {
    private static final String FROM = "84912345678";

    private Centre centre;
    private House house;

    @BeforeEach
    void open() throws Exception {
        centre = new Centre();
        house = House.openWith(
                Clock.systemUTC(),
                Map.of(
                        "hotline.sms.smpp", "op=" + centre.address("?window=8"),
                        "hotline.sms.smpp.op.password", "geheim",
                        "hotline.sms.smpp.op.pace", "500/s",
                        "hotline.sms.smpp.op.dailycap", "100000"),
                SmsServices.class);
        house.get(SmsServices.class).start();
        assertThat(Centre.await(() -> line().state().status() == Status.READY)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        house.get(SmsServices.class).stop();
        house.close();
        centre.close();
    }

    private SmsLine line() {
        return house.get(SmsLines.class).byName("op").orElseThrow();
    }

    private int deliver(String from, String text) {
        try {
            return centre.deliver(from, text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aQuestionIsStoredAnsweredAndItsAnswerIsSubmittedAndReported() throws Exception {
        assertThat(centre.deliver(FROM, "TG")).isZero();
        assertThat(house.schema().column("select count(*) from sms_message")).containsExactly("1");
        assertThat(Centre.await(() -> !centre.submitted.isEmpty())).isTrue();
        SubmitSm answer = centre.submitted.get(0);
        assertThat(answer.getDestAddress()).isEqualTo(FROM);
        assertThat(answer.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(new String(answer.getShortMessage(), StandardCharsets.US_ASCII))
                .isNotBlank();
        String parts = "select reference from sms_outbox_part order by number";
        assertThat(Centre.await(() ->
                        house.schema().column("select state from sms_outbox").contains("SENT")))
                .isTrue();
        for (String id : house.schema().column(parts)) {
            assertThat(house.schema().column("select delivery from sms_outbox")).containsExactly("null");
            String receipt = "id:" + id + " sub:001 dlvrd:001 submit date:2611280610 done date:2611280611 stat:DELIVRD"
                    + " err:000 text:";
            assertThat(centre.deliver(new Centre.Header(1, FROM, 0x04, 0), receipt.getBytes(StandardCharsets.US_ASCII)))
                    .isZero();
        }
        assertThat(house.schema().column("select delivery from sms_outbox")).containsExactly("DELIVERED");
    }

    @Test
    void whileTheDatabaseFailsTheCentreKeepsEverythingAndAfterwardsNothingIsLostOrDoubled() throws Exception {
        house.schema().change("rename table sms_part to sms_part_gone");
        List<String> texts = IntStream.range(0, 20).mapToObj(i -> "PA so " + i).toList();
        for (String text : texts) {
            assertThat(centre.deliver(FROM, text)).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        }
        house.schema().change("rename table sms_part_gone to sms_part");
        assertThat(house.schema().column("select count(*) from sms_part")).containsExactly("0");
        for (String text : texts) {
            assertThat(Centre.await(() -> deliver(FROM, text) == 0)).isTrue();
        }
        assertThat(house.schema().column("select count(*) from sms_message")).containsExactly("20");
        assertThat(house.schema().column("select count(*) from sms_quarantine")).containsExactly("0");
    }

    @Test
    void aWindowOfSubmissionsIsOnItsWayAtOnceAndEachGoesOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        centre.status = sms -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            rest();
            now.decrementAndGet();
            return 0;
        };
        for (int i = 0; i < 60; i++) {
            PhoneNumber to = new PhoneNumber("+8491200%04d".formatted(i));
            house.tx(() -> house.get(SmsOutbox.class)
                    .put(OutgoingSms.unasked(
                            to, "x", OutgoingSms.Kind.NOTICE, Clock.systemUTC().instant())));
        }
        assertThat(Centre.await(() -> house.schema()
                                .column("select id from sms_outbox where state = 'SENT'")
                                .size()
                        == 60))
                .isTrue();
        assertThat(centre.submitted.stream().map(SubmitSm::getDestAddress).collect(Collectors.toSet()))
                .hasSize(60);
        assertThat(centre.submitted).hasSize(60);
        assertThat(most.get()).isBetween(2, 8);
    }

    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
