package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.sms.pdu.AddressField;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.StatusReportPdu;
import vn.mscore.hotline.sms.pdu.SubmitPdu;
import vn.mscore.hotline.sms.pdu.TextSplitter;
import vn.mscore.hotline.sms.pdu.Validity;

/** Two codecs that share no table read each other: the network's and the gateway's. */
class AirPduTest {
    private static final Instant AT = Instant.parse("2026-08-17T02:30:00Z");

    static List<String> texts() {
        return List.of(
                "",
                "HD",
                "TC H50.15-260814-0012",
                "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?",
                "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
                "euro € and {braces} [brackets] ^ ~ | \\",
                "two\nlines\r\nthree",
                "Hồ sơ của tôi đang ở đâu?",
                "🙏 cảm ơn 👨‍👩‍👧",
                "x".repeat(160),
                "x".repeat(161),
                "x".repeat(152) + "€".repeat(20),
                "ồ".repeat(70),
                "ồ".repeat(71),
                "ồ".repeat(66) + "🙏".repeat(20),
                "a".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void gatewayReadsWhatThePhoneSends(String text) {
        List<byte[]> parts = AirPdu.deliver("+84912345678", text, 7, AT);
        List<DeliverPdu> read = parts.stream()
                .map(tpdu -> DeliverPdu.decode(withoutCentre(tpdu)))
                .toList();
        assertThat(read.stream().map(pdu -> pdu.body().text()).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(read).allSatisfy(pdu -> {
            assertThat(pdu.sender()).isEqualTo(AddressField.of("+84912345678"));
            assertThat(pdu.sentAt().time().orElseThrow().toInstant()).isEqualTo(AT);
            assertThat(pdu.body().oddities()).isEmpty();
            assertThat(pdu.fromMachine()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void phoneReadsWhatTheGatewaySends(String text) {
        List<Submitted> read = TextSplitter.split(text, 9, 8).stream()
                .map(body -> SubmitPdu.of(AddressField.of("+84912345678"), Validity.of(Duration.ofHours(24)), body))
                .map(pdu -> pdu.encode())
                .map(pdu -> Submitted.read(Arrays.copyOfRange(pdu, 1, pdu.length)))
                .toList();
        assertThat(read.stream().map(Submitted::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(read).allSatisfy(part -> {
            assertThat(part.to()).isEqualTo("+84912345678");
            assertThat(part.wantsReport()).isTrue();
            assertThat(part.concatenation()[1]).isEqualTo(read.size());
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bothCutATextIntoAsManyParts(String text) {
        assertThat(AirAlphabet.split(text)).hasSameSizeAs(TextSplitter.split(text, 9, 8));
    }

    @ParameterizedTest
    @CsvSource({"+84912345678", "0912345678", "Viettel", "197", "VNeID", "+1", "abcdefghijk"})
    void gatewayReadsEverySender(String sender) {
        byte[] tpdu = AirPdu.deliver(sender, "HD", 0, AT).get(0);
        assertThat(DeliverPdu.decode(withoutCentre(tpdu)).sender().value()).isEqualTo(sender);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x20, 0x41, 0xFF})
    void gatewayReadsReports(int status) {
        byte[] submit = SubmitPdu.of(AddressField.of("+84912345678"), Validity.NONE, body("HD"))
                .encode();
        Submitted part = Submitted.read(Arrays.copyOfRange(submit, 1, submit.length));
        StatusReportPdu report =
                StatusReportPdu.decode(withoutCentre(AirPdu.report(part, status, AT, AT.plusSeconds(5))));
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.recipient()).isEqualTo(AddressField.of("+84912345678"));
        assertThat(report.dischargedAt().time().orElseThrow().toInstant()).isEqualTo(AT.plusSeconds(5));
    }

    private static MessageBody body(String text) {
        return TextSplitter.split(text, 0, 8).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, ''",
        "a deliver, 04000B914819325476F8000002C834",
        "no end, 01000B9148193254",
        "text shorter than said, 01000B914819325476F8000003C8",
        "no destination, 010000910000024822"
    })
    void networkRefusesRubbish(String name, String hex) {
        assertThatThrownBy(() -> Submitted.read(HexFormat.of().parseHex(hex)))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] withoutCentre(byte[] tpdu) {
        byte[] pdu = new byte[tpdu.length + 1];
        System.arraycopy(tpdu, 0, pdu, 1, tpdu.length);
        return pdu;
    }
}
