package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.SmsServices;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLines;

/** The whole way of a text by HTTP on a real database: webhook, commit, answer, desk, outbox, request, report. */
@Timeout(180)
class HttpLineIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LAN = "84912345678";
    private static final String QUESTION = json("m1", "+" + LAN, "TC H50.15-260814-0012");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-08-17T02:00:00Z"));
    private Aggregator aggregator;
    private House house;

    @BeforeEach
    void open() throws Exception {
        aggregator = new Aggregator();
        aggregator.answer = asked -> new Aggregator.Says(200, "{\"id\":\"agg-7\"}");
        Path file = Files.writeString(folder.resolve("agg.mapping"), """
                send.url = %s
                send.json/to = {to}
                send.json/text = {text}
                send.json/ref = {client-id}
                send.timeout = 5
                accepted.id = json:/id
                in.from = json:/from
                in.text = json:/text
                in.id = json:/id
                dlr.id = json:/id
                dlr.state = json:/state
                dlr.delivered = DELIVERED
                dlr.failed = REJECTED
                check.signature = header:X-Signature
                check.addresses = 127.0.0.1
                """.formatted(aggregator.address("/send")));
        house = House.openWith(
                clock,
                Map.of(
                        "hotline.sms.http",
                        "agg=" + file,
                        "hotline.sms.http.agg.secret",
                        Lines.SECRET,
                        "hotline.sms.http.agg.pace",
                        "500/s"),
                SmsServices.class);
        house.get(SmsServices.class).start();
        await(() ->
                house.get(SmsLines.class).byName("agg").orElseThrow().state().status() == Status.READY);
    }

    @AfterEach
    void close() {
        house.get(SmsServices.class).stop();
        house.close();
        aggregator.close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static String json(String id, String from, String text) {
        return "{\"id\":\"%s\",\"from\":\"%s\",\"text\":\"%s\"}".formatted(id, from, text);
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Lines.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int call(String word, String peer, String body, String signature) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("X-Signature", signature);
        WebRequest request =
                new WebRequest("POST", null, headers::get, peer, octets.length, new ByteArrayInputStream(octets));
        return house.get(HttpLines.class).called(word, "agg", request).status();
    }

    private int call(String word, String body) {
        return call(word, "127.0.0.1", body, signature(body));
    }

    private String stored() {
        return house.schema().column("select count(*) from sms_message").get(0);
    }

    @Test
    void aLookUpIsStoredAnsweredAndItsAnswerIsHandedOverAndReported() throws Exception {
        assertThat(call("in", QUESTION)).isEqualTo(200);
        assertThat(stored()).isEqualTo("1");
        await(() -> !aggregator.asked.isEmpty());
        Aggregator.Asked asked = aggregator.asked.get(0);
        String id = house.schema().column("select id from sms_outbox").get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.body())
                .startsWith("{\"to\":\"" + LAN + "\",\"text\":\"")
                .endsWith("\",\"ref\":\"agg-" + id + "\"}")
                .contains("H50.15-260814-0012");
        await(() -> house.schema().column("select state from sms_outbox").contains("SENT"));
        assertThat(house.schema().column("select reference from sms_outbox_part"))
                .containsExactly("agg-7");
        assertThat(house.schema().column("select delivery from sms_outbox")).containsExactly("null");
        assertThat(call("dlr", "{\"id\":\"agg-7\",\"state\":\"DELIVERED\"}")).isEqualTo(200);
        assertThat(house.schema().column("select delivery from sms_outbox")).containsExactly("DELIVERED");
        assertThat(aggregator.asked).hasSize(1);
    }

    @Test
    void aReplayIsAcknowledgedAndStoredOnceHoursLaterToo() throws Exception {
        assertThat(call("in", QUESTION)).isEqualTo(200);
        assertThat(call("in", QUESTION)).isEqualTo(200);
        clock.advance(Duration.ofHours(30));
        assertThat(call("in", QUESTION)).isEqualTo(200);
        assertThat(stored()).isEqualTo("1");
        String asksAgain = json("m2", "+" + LAN, "TC H50.15-260814-0012");
        assertThat(call("in", asksAgain)).isEqualTo(200);
        assertThat(stored()).isEqualTo("2");
    }

    @Test
    void strangersGetNothingIn() {
        assertThat(call("in", "127.0.0.1", QUESTION, signature(QUESTION + " "))).isEqualTo(401);
        assertThat(call("in", "192.0.2.9", QUESTION, signature(QUESTION))).isEqualTo(403);
        String long1 = json("m3", "+" + LAN, "x".repeat(1 << 20));
        assertThat(call("in", "127.0.0.1", long1, signature(long1))).isEqualTo(413);
        assertThat(call("out", QUESTION)).isEqualTo(404);
        assertThat(stored()).isEqualTo("0");
        assertThat(house.schema().column("select count(*) from sms_quarantine")).containsExactly("0");
    }

    @Test
    void whileTheDatabaseFailsTheAggregatorIsToldToComeAgainAndNothingIsLostOrDoubled() throws Exception {
        house.schema().change("rename table sms_part to sms_part_gone");
        assertThat(call("in", QUESTION)).isEqualTo(503);
        assertThat(call("in", QUESTION)).isEqualTo(503);
        house.schema().change("rename table sms_part_gone to sms_part");
        assertThat(stored()).isEqualTo("0");
        assertThat(call("in", QUESTION)).isEqualTo(200);
        assertThat(stored()).isEqualTo("1");
        assertThat(house.schema().column("select count(*) from sms_quarantine")).containsExactly("0");
    }

    @Test
    void whatCannotBeReadIsKeptForAPersonAndSaidSo() throws IOException {
        assertThat(call("in", "{\"id\":\"m4\",\"from\":\"+84912345678\"}")).isEqualTo(400);
        assertThat(house.schema().column("select why from sms_quarantine")).containsExactly("without the text");
        assertThat(stored()).isEqualTo("0");
    }

    @Test
    void anAnswerThatIsRefusedForGoodIsNotTriedAgainAndALaterOneIs() throws Exception {
        aggregator.answer = asked -> new Aggregator.Says(aggregator.asked.size() == 1 ? 503 : 400, "");
        assertThat(call("in", QUESTION)).isEqualTo(200);
        await(() -> house.schema()
                .column("select state from sms_outbox where reason is not null")
                .contains("NEW"));
        clock.advance(Duration.ofSeconds(10));
        await(() -> house.schema().column("select state from sms_outbox").contains("FAILED"));
        assertThat(aggregator.asked).hasSize(2);
    }
}
