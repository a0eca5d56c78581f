package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts in the shapes that centres write (SMPP 3.4 appendix B and 5.3.2). */
class ReceiptTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    id:7 sub:001 dlvrd:001 submit date:2611280610 done date:2611280611 stat:DELIVRD err:000 text:id:9 stat:X | 7 0 2026-11-27T23:11:00Z
                    id:7 done date:261128061105 stat:UNDELIV err:001      | 7 67 2026-11-27T23:11:05Z
                    ID: 7 STAT: expired                                   | 7 70 -
                    id:7 stat:ENROUTE                                     | 7 48 -
                    id:7 stat:ACCEPTD                                     | 7 48 -
                    id:7 stat:REJECTD done date:9999999999                | 7 66 -
                    id:7 stat:DELETED                                     | 7 72 -
                    id:7 stat:UNKNOWN                                     | 7 48 -
                    id:7 stat:HELLO                                       | 7 63 -
                    id:7 stat:BUFFRED                                     | 7 48 -
                    id:7 stat:BUFFERED                                    | 7 48 -
                    id:7 stat:FAILED                                      | 7 67 -
                    id:7 stat:2                                           | 7 0 -
                    id:7 stat:005                                         | 7 67 -
                    id:7 stat:99                                          | 7 63 -
                    id:7 stat:                                            | -
                    stat:DELIVRD                                          | -
                    """)
    void textsAreRead(String text, String what) {
        DeliverSm pdu = new DeliverSm(1, "84912345678", 4, 0, 0, text.getBytes(US_ASCII), Map.of());
        assertThat(told(pdu)).isEqualTo(what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"3700, 02, 7 0 -", "37, 05, 7 67 -", "37, 03, 7 70 -", "37, 0A, 7 63 -", "00, 02, -"})
    void parametersAreReadAndWinOverTheText(String id, String state, String what) {
        Map<Integer, byte[]> parameters = Map.of(
                0x001E, HexFormat.of().parseHex(id),
                0x0427, HexFormat.of().parseHex(state));
        assertThat(told(new DeliverSm(1, "84912345678", 4, 0, 0, new byte[0], parameters)))
                .isEqualTo(what);
    }

    @Test
    void anIdThatIsNoneIsNotCutToOne() {
        String longest = "f".repeat(65);
        assertThat(told(text("id:" + longest + " stat:DELIVRD"))).isEqualTo(longest + " 0 -");
        assertThat(told(text("id:" + longest + "f stat:DELIVRD"))).isEqualTo("-");
        assertThat(told(text("id:\u001c stat:DELIVRD"))).as("a separator").isEqualTo("-");
        Map<Integer, byte[]> parameters = Map.of(0x001E, longest.repeat(2).getBytes(US_ASCII), 0x0427, new byte[] {2});
        assertThat(told(new DeliverSm(1, "84912345678", 4, 0, 0, new byte[0], parameters)))
                .isEqualTo("-");
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "SAME,        7b,  123, 7b,  123",
        "SUBMIT_HEX,  7b,  123, 123, 123",
        "SUBMIT_HEX,  123, 123, 291, 123",
        "SUBMIT_HEX,  7b,  -,   123, 7b",
        "SUBMIT_HEX,  -,   123, 123, 123",
        "RECEIPT_HEX, 123, 7b,  123, 123",
        "RECEIPT_HEX, -,   7b,  123, 123"
    })
    void theParameterIsReadAsTheAnswerAndTheTextAsTheReceipt(ArgumentsAccessor row) {
        MessageIds ids = row.get(0, MessageIds.class);
        String named = row.getString(1);
        String written = row.getString(2);
        Map<Integer, byte[]> parameters = named.equals("-") ? Map.of() : Map.of(0x001E, named.getBytes(US_ASCII));
        String text = (written.equals("-") ? "" : "id:" + written) + " stat:DELIVRD";
        Receipt receipt = Receipt.read(new DeliverSm(1, "84912345678", 4, 0, 0, text.getBytes(US_ASCII), parameters))
                .orElseThrow();
        assertThat(receipt.reference(ids)).isEqualTo(row.getString(3));
        assertThat(receipt.otherReference(ids)).isEqualTo(row.getString(4));
    }

    @Test
    void aReceiptInUcs2OrBehindAHeaderIsRead() {
        String text = "id:7 stat:DELIVRD done date:2611280611";
        byte[] ucs2 = text.getBytes(UTF_16BE);
        assertThat(told(new DeliverSm(1, "84912345678", 4, 0, 8, ucs2, Map.of())))
                .isEqualTo("7 0 2026-11-27T23:11:00Z");
        byte[] behind = ("\u0005\u0000\u0003\u002a\u0001\u0001" + text).getBytes(US_ASCII);
        assertThat(told(new DeliverSm(1, "84912345678", 0x44, 0, 0, behind, Map.of())))
                .isEqualTo("7 0 2026-11-27T23:11:00Z");
        assertThat(told(new DeliverSm(1, "84912345678", 0x44, 0, 0, text.getBytes(US_ASCII), Map.of())))
                .as("a header that is none")
                .isEqualTo("7 0 2026-11-27T23:11:00Z");
    }

    private static DeliverSm text(String text) {
        return new DeliverSm(1, "84912345678", 4, 0, 0, text.getBytes(US_ASCII), Map.of());
    }

    private static String told(DeliverSm pdu) {
        return Receipt.read(pdu)
                .map(receipt -> receipt.id() + " " + receipt.status() + " "
                        + receipt.doneAt().map(Instant::toString).orElse("-"))
                .orElse("-");
    }
}
