package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.Intake.ReceivedPart;

/** What a delivery is read as, case by case. */
class DeliveryTest {
    private static final SmppSettings LINE = SmppSettings.read(setting -> Optional.ofNullable(
                    Map.of("hotline.sms.smpp", "op=smpp://u@127.0.0.1:1").get(setting)))
            .get(0);

    private static Delivery delivery(DeliverSm pdu) {
        return new Delivery(LINE, pdu, new byte[0]);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ' ', textBlock = """
                    0 84912345678 84912345678 +84912345678
                    0 0912345678 0912345678 +84912345678
                    1 84912345678 +84912345678 +84912345678
                    1 0912345678 0912345678 +84912345678
                    1 +0912345678 0912345678 +84912345678
                    1 14155550123 +14155550123 +14155550123
                    2 912345678 0912345678 +84912345678
                    2 0912345678 0912345678 +84912345678
                    2 84912345678 84912345678 +84912345678
                    2 2438123456 02438123456 +842438123456
                    2 8055 8055 -
                    2 VIETTEL VIETTEL -
                    5 0912345678 "0912345678" -
                    5 VIETTEL VIETTEL -
                    """, quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true)
    void sendersAreReadSoThatTheyCanBeAnswered(int ton, String source, String sender, String number) {
        String read = delivery(new DeliverSm(ton, source, 0, 0, 0, "x".getBytes(US_ASCII), Map.of()))
                .sender();
        assertThat(read).isEqualTo(sender);
        assertThat(PhoneNumber.parse(read).map(PhoneNumber::e164).orElse("-")).isEqualTo(number);
    }

    @ParameterizedTest(name = "data_coding {0}: {1}")
    @CsvSource({
        "00, 54432031,   TEXT TC 1",
        "01, 54432031,   TEXT TC 1",
        "02, 54432031,   MACHINE 54432031",
        "03, 54C3,       TEXT T\u00C3",
        "04, 54432031,   MACHINE 54432031",
        "05, 54432031,   TEXT TC 1",
        "05, 54C3,       MACHINE 54C3",
        "06, 54432031,   TEXT TC 1",
        "06, BFC0,       MACHINE BFC0",
        "07, 54432031,   TEXT TC 1",
        "08, 00541EAD,   TEXT T\u1EAD",
        "09, 00FF,       MACHINE 00FF",
        "0A, 1B244230,   MACHINE 1B244230",
        "0B, 54432031,   TEXT TC 1",
        "0B, 0054,       MACHINE 0054",
        "0C, 54432031,   TEXT TC 1",
        "0D, 54432031,   TEXT TC 1",
        "0E, B0A1,       MACHINE B0A1",
        "0F, 54432031,   TEXT TC 1",
        "0F, 54C3,       MACHINE 54C3"
    })
    void everyCodingIsReadOrKeptAsOctets(String coding, String octets, String read) throws BadPdu {
        DeliverSm pdu = new DeliverSm(
                1,
                "84912345678",
                0,
                0,
                Integer.parseInt(coding, 16),
                HexFormat.of().parseHex(octets),
                Map.of());
        ReceivedPart part = delivery(pdu).part(0);
        assertThat(part.kind() + " " + part.text()).isEqualTo(read);
    }
}
