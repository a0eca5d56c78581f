package vn.mscore.hotline.sms.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Literal messages and what they mean; the numbers are rows of the bad-input table. */
class PduTableTest {
    @TestFactory
    Stream<DynamicTest> messages() {
        try (InputStream in = PduTableTest.class.getResourceAsStream("/sms/pdu/messages.json")) {
            return Json.createReader(in).readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(row -> DynamicTest.dynamicTest(row.getString("name"), () -> check(row)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(JsonObject row) {
        String hex = row.getString("hex");
        String line = hex.startsWith("*") ? "00".repeat(Integer.parseInt(hex.substring(1))) : hex;
        if (row.containsKey("refused")) {
            assertThatThrownBy(() -> DeliverPdu.decode(Pdu.octets(line)))
                    .isInstanceOf(PduException.class)
                    .hasMessageContaining(row.getString("refused"));
            return;
        }
        byte[] pdu = Pdu.octets(line);
        assertThat(Pdu.kind(pdu).name()).isEqualTo(row.getString("kind", "DELIVER"));
        switch (Pdu.kind(pdu)) {
            case DELIVER -> deliver(row, DeliverPdu.decode(pdu));
            case SUBMIT -> submit(row, SubmitPdu.decode(pdu));
            case STATUS_REPORT -> report(row, StatusReportPdu.decode(pdu));
        }
    }

    private static void deliver(JsonObject row, DeliverPdu pdu) {
        assertThat(pdu.sender().value())
                .isEqualTo(row.getString("peer", pdu.sender().value()));
        assertThat(pdu.serviceCentre().map(AddressField::value).orElse("")).isEqualTo(row.getString("centre", ""));
        assertThat(pdu.fromMachine()).isEqualTo(row.getBoolean("machine", pdu.fromMachine()));
        assertThat(pdu.protocol()).isEqualTo(row.getInt("protocol", 0));
        String time = row.getString("time", "2026-11-22T09:30:15+07:00");
        assertThat(pdu.sentAt().time())
                .isEqualTo(time.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(time)));
        body(row, pdu.body());
        if (pdu.body().oddities().isEmpty() && !row.getBoolean("oneway", false)) {
            assertThat(DeliverPdu.decode(pdu.encode())).isEqualTo(pdu);
        }
    }

    private static void submit(JsonObject row, SubmitPdu pdu) {
        assertThat(pdu.recipient().value()).isEqualTo(row.getString("peer"));
        body(row, pdu.body());
        assertThat(Pdu.hex(pdu.encode())).isEqualTo(row.getString("hex"));
    }

    private static void report(JsonObject row, StatusReportPdu pdu) {
        assertThat(pdu.reference()).isEqualTo(row.getInt("reference"));
        assertThat(pdu.status()).isEqualTo(row.getInt("status"));
        assertThat(Pdu.hex(pdu.encode())).isEqualTo(row.getString("hex"));
    }

    private static void body(JsonObject row, MessageBody body) {
        assertThat(body.text()).isEqualTo(row.getString("text", body.text()));
        assertThat(body.halfSurrogates()).isEqualTo(row.getBoolean("half", false));
        if (row.containsKey("odd")) {
            assertThat(body.oddities())
                    .extracting(Oddity::name)
                    .containsExactlyInAnyOrderElementsOf(
                            row.getJsonArray("odd").getValuesAs(jakarta.json.JsonString::getString));
        }
        Optional<Udh.Concat> concat = body.header().concat();
        if (row.containsKey("possible")) {
            assertThat(concat.orElseThrow().possible()).isEqualTo(row.getBoolean("possible"));
        } else {
            assertThat(concat.map(c -> c.reference() + "/" + c.bits() + "/" + c.total() + "/" + c.number()))
                    .isEqualTo(Optional.ofNullable(row.getString("concat", null)));
        }
        assertThat(body.header().ports().map(p -> p.destination() + "/" + p.source() + "/" + p.bits()))
                .isEqualTo(Optional.ofNullable(row.getString("ports", null)));
    }
}
