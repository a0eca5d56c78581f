package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.Udh;

/** The octets of what operators want written otherwise. */
class SmppFormTest {
    private static final String KEY = "hotline.sms.smpp.op.";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    by its shape        | sender=1808                           | 00 00 00 31383038 00 01 01
                    a name              | sender=QTri                           | 00 05 00 51547269 00 01 01
                    a number of ours    | sender=+8418                          | 00 01 01 38343138 00 01 01
                    as it is asked for  | sender=1808;sourceType=3/9            | 00 03 09 31383038 00 01 01
                    of whom we text     | sender=1808;destinationType=2/8       | 00 00 00 31383038 00 02 08
                    a service           | sender=1808;serviceType=CMT           | 434D5400 00 00 31383038 00 01 01
                    """)
    void typesAndServiceAreWrittenAsAskedFor(String what, String settings, String octets) throws PDUStringException {
        MessageBody x = MessageBody.gsm7("x", Udh.NONE);
        byte[] pdu =
                new SubmitSm(read(settings), new PhoneNumber("+84912345678"), x, "").compose(new DefaultComposer(), 7);
        String body = HexFormat.of().formatHex(pdu).substring(32);
        String whom = HexFormat.of().formatHex("84912345678".getBytes(StandardCharsets.US_ASCII)) + "00";
        assertThat(body).startsWithIgnoringCase((octets + whom).replace(" ", ""));
    }

    private static SmppSettings read(String settings) {
        return QuickLine.settings("smpp://u@h:1", more(settings));
    }

    private static Map<String, String> more(String settings) {
        return java.util.Arrays.stream(settings.split(";"))
                .map(one -> one.split("="))
                .collect(java.util.stream.Collectors.toMap(one -> KEY + one[0], one -> one[1]));
    }

    @Test
    @Timeout(60)
    void theBindNamesTheAddressesItServes() throws Exception {
        try (ServerSocket door = new ServerSocket(0)) {
            SmppLine line = QuickLine.to(
                    "smpp://u@127.0.0.1:" + door.getLocalPort(), more("addressType=1/1;addressRange=^1808"));
            line.start(new KeptIntake());
            try (Peer peer = new Peer(door.accept())) {
                SmppPdu bind = peer.next(SMPPConstant.CID_BIND_TRANSCEIVER);
                assertThat(HexFormat.of().formatHex(bind.body())).endsWith("34" + "0101" + "5e3138303800");
            } finally {
                line.stop();
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "RELATIVE, PT5H1M2S, 000000050102000R",
        "RELATIVE, PT1S,     000000000100000R",
        "RELATIVE, P31D,     000030000000000R",
        "ABSOLUTE, PT5H1M2S, 261231235132000+",
        "ABSOLUTE, PT6H,     270101005030000+",
        "ABSOLUTE, PT1S,     261231185130000+",
        "NONE,     PT5H,     ''",
    })
    void theTimeATextIsWorthItIsWrittenAsAskedFor(ValidityPeriod form, Duration validity, String written) {
        assertThat(form.of(validity, Instant.parse("2026-12-31T18:50:30Z"))).isEqualTo(written);
    }
}
