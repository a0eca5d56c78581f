package vn.mscore.hotline.sms.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Reads PDUs that other projects publish in their tests. They are kept outside because of their licences: the test says
 * so and gives up when the file is not there ({@code -Dcorpus=FILE} names another place).
 */
class PublishedCorpusTest {
    private static final Path FILE = Path.of(System.getProperty("corpus", "../shared/corpus/pdu-corpus.jsonl"));

    @Test
    void everyPublishedPduIsReadAsItsSourceSays() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(FILE), "no PDU corpus at " + FILE + ": nothing compared");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(FILE)) {
            JsonObject row = Json.createReader(new StringReader(line)).readObject();
            if (row.getBoolean("soft", false)) {
                read(row);
                continue;
            }
            compared++;
            compare(row).ifPresent(why -> wrong.add(row.getString("id") + ": " + why));
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static Optional<String> compare(JsonObject row) {
        Optional<Fields> fields = read(row);
        if (!row.getBoolean("valid")) {
            boolean noticed = fields.isEmpty() || fields.get().odd().contains(Oddity.USER_DATA_SHORT);
            return noticed ? Optional.empty() : Optional.of("read although invalid: " + row.getString("note", ""));
        }
        if (fields.isEmpty()) {
            return Optional.of("refused");
        }
        SoftAssertions soft = new SoftAssertions();
        check(soft, row, fields.get());
        return soft.wasSuccess()
                ? Optional.empty()
                : Optional.of(soft.assertionErrorsCollected().toString());
    }

    private record Fields(
            String kind, Optional<AddressField> smsc, String peer, MessageBody data, Scts stamp, List<Object> more) {
        java.util.Set<Oddity> odd() {
            return data == null ? java.util.Set.of() : data.oddities();
        }
    }

    private static Optional<Fields> read(JsonObject row) {
        try {
            byte[] pdu = Pdu.octets(row.getString("pdu"));
            return Optional.of(
                    switch (Pdu.kind(pdu)) {
                        case DELIVER -> deliver(DeliverPdu.decode(pdu));
                        case SUBMIT -> submit(SubmitPdu.decode(pdu));
                        case STATUS_REPORT -> report(StatusReportPdu.decode(pdu));
                    });
        } catch (PduException e) {
            return Optional.empty();
        }
    }

    private static Fields deliver(DeliverPdu pdu) {
        return new Fields(
                "deliver",
                pdu.serviceCentre(),
                pdu.sender().value(),
                pdu.body(),
                pdu.sentAt(),
                List.of(pdu.protocol()));
    }

    private static Fields submit(SubmitPdu pdu) {
        List<Object> more = List.of(pdu.protocol(), pdu.reference(), pdu.reportWanted(), pdu.validity());
        return new Fields("submit", pdu.serviceCentre(), pdu.recipient().value(), pdu.body(), null, more);
    }

    private static Fields report(StatusReportPdu pdu) {
        List<Object> more = List.of(pdu.status(), pdu.reference(), pdu.dischargedAt());
        return new Fields("status-report", pdu.serviceCentre(), pdu.recipient().value(), null, pdu.sentAt(), more);
    }

    private static void check(SoftAssertions soft, JsonObject row, Fields fields) {
        soft.assertThat(fields.kind()).isEqualTo(row.getString("kind"));
        soft.assertThat(fields.smsc().map(AddressField::value).orElse(""))
                .as("smsc")
                .isEqualTo(row.getString("smsc", ""));
        soft.assertThat(fields.peer()).as("peer").isEqualTo(row.getString("sender", row.getString("recipient", null)));
        if (row.containsKey("timestamp")) {
            soft.assertThat(fields.stamp().time())
                    .as("time")
                    .contains(OffsetDateTime.parse(row.getString("timestamp")));
        }
        if (fields.data() != null) {
            checkData(soft, row, fields.data());
        }
        if (fields.kind().equals("status-report")) {
            soft.assertThat(fields.more().get(0)).as("status").isEqualTo(row.getInt("status"));
            soft.assertThat(fields.more().get(1)).as("mr").isEqualTo(row.getInt("mr"));
            soft.assertThat(((Scts) fields.more().get(2)).time())
                    .as("discharge")
                    .contains(OffsetDateTime.parse(row.getString("discharge")));
        } else {
            soft.assertThat(fields.more().get(0)).as("pid").isEqualTo(row.getInt("pid"));
        }
        if (fields.kind().equals("submit")) {
            checkSubmit(soft, row, fields.more());
        }
    }

    private static void checkSubmit(SoftAssertions soft, JsonObject row, List<Object> more) {
        soft.assertThat(more.get(1)).as("mr").isEqualTo(row.getInt("mr"));
        soft.assertThat(more.get(2)).as("report").isEqualTo(row.getBoolean("status_report_request"));
        Validity validity = (Validity) more.get(3);
        soft.assertThat(validity.relative().orElse(-1)).as("validity").isEqualTo(row.getInt("validity_relative", -1));
        if (row.containsKey("validity_absolute")) {
            soft.assertThat(validity.absolute().flatMap(Scts::time))
                    .contains(OffsetDateTime.parse(row.getString("validity_absolute")));
        }
    }

    private static void checkData(SoftAssertions soft, JsonObject row, MessageBody data) {
        soft.assertThat(data.text()).as("text").isEqualTo(row.getString("text", row.getString("data", null)));
        soft.assertThat(data.coding().octet()).as("dcs").isEqualTo(row.getInt("dcs"));
        soft.assertThat(data.coding().messageClass().orElse(-1)).as("class").isEqualTo(row.getInt("class", -1));
        String alphabet =
                switch (data.coding().alphabet()) {
                    case GSM7 -> "gsm7";
                    case EIGHT_BIT -> "8bit";
                    case UCS2 -> "ucs2";
                };
        soft.assertThat(alphabet).isEqualTo(row.getString("encoding"));
        JsonObject concat = row.getJsonObject("concat");
        soft.assertThat(data.header().concat())
                .as("concat")
                .isEqualTo(Optional.ofNullable(concat)
                        .map(c ->
                                new Udh.Concat(c.getInt("ref"), c.getInt("bits"), c.getInt("total"), c.getInt("seq"))));
        JsonObject ports = row.getJsonObject("ports");
        soft.assertThat(data.header().ports())
                .as("ports")
                .isEqualTo(Optional.ofNullable(ports)
                        .map(p -> new Udh.Ports(p.getInt("dst"), p.getInt("src"), p.getInt("bits"))));
        soft.assertThat(data.header().lockingShift().orElse(-1)).as("locking").isEqualTo(row.getInt("locking", -1));
        soft.assertThat(data.header().singleShift().orElse(-1)).as("shift").isEqualTo(row.getInt("shift", -1));
    }

    @Test
    void whatWasReadIsWrittenTheSameAgain() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(FILE), "no PDU corpus at " + FILE + ": nothing compared");
        for (String line : Files.readAllLines(FILE)) {
            JsonObject row = Json.createReader(new StringReader(line)).readObject();
            if (row.getBoolean("valid") && row.getString("kind").equals("deliver")) {
                DeliverPdu pdu = DeliverPdu.decode(Pdu.octets(row.getString("pdu")));
                if (pdu.body().oddities().isEmpty()
                        && !DeliverPdu.decode(pdu.encode()).equals(pdu)) {
                    fail("changed by writing: " + row.getString("id"));
                }
            }
        }
    }
}
