package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;

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
}
