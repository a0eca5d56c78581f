package vn.mscore.hotline.sms.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seeded random octets and texts; a failure prints its seed and becomes a row of the table. */
class PduFuzzTest {
    private static final long SEED = 20_261_122;
    private static final String GSM7 =
            "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà^{}\\[~]|€\n\r\f";
    private static final String ANY = "aĐđườngỏ你好éΣ0 ";

    @Test
    @DisplayName("row 60: a million random strings of octets are read or refused")
    void anyOctetsAreReadOrRefused() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            byte[] octets = new byte[random.nextInt(180)];
            random.nextBytes(octets);
            if (octets.length > 2 && i % 2 == 0) {
                // Half of them get as far as the text: no service centre, a kind, a short sender.
                octets[0] = 0;
                octets[2] &= 0x0F;
            }
            read(octets, i);
        }
    }

    private static void read(byte[] octets, int round) {
        try {
            switch (Pdu.kind(octets)) {
                case DELIVER -> DeliverPdu.decode(octets).fromMachine();
                case SUBMIT -> SubmitPdu.decode(octets);
                case STATUS_REPORT -> StatusReportPdu.decode(octets).sentAt().time();
            }
        } catch (PduException e) {
            if (e.getMessage() == null) {
                fail("refused without a reason: " + Pdu.hex(octets));
            }
        } catch (RuntimeException e) {
            fail("round " + round + " of seed " + SEED + ": " + Pdu.hex(octets), e);
        }
    }

    @Test
    @DisplayName("row 61: a hundred thousand random texts come back as they went out")
    void textsComeBackAsTheyWentOut() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            boolean gsm7 = random.nextBoolean();
            String text = text(random, gsm7);
            int bits = random.nextBoolean() ? 8 : 16;
            List<MessageBody> parts = TextSplitter.split(text, random.nextInt(1 << bits), bits);
            if (!join(parts).equals(text)) {
                fail("round " + i + " of seed " + SEED + " changed: " + text);
            }
            check(parts, text, bits);
        }
    }

    private static String text(Random random, boolean gsm7) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? random.nextInt(700) : random.nextInt(200);
        for (int i = 0; i < length; i++) {
            if (!gsm7 && random.nextInt(8) == 0) {
                text.appendCodePoint(0x1F600 + random.nextInt(64));
            } else {
                String from = gsm7 ? GSM7 : ANY;
                text.append(from.charAt(random.nextInt(from.length())));
            }
        }
        return text.toString();
    }

    /** Through the air: each part is encoded as a submission, read back, and its text joined. */
    private static String join(List<MessageBody> parts) {
        return parts.stream()
                .map(part -> SubmitPdu.of(AddressField.of("+84912345678"), Validity.NONE, part)
                        .encode())
                .map(SubmitPdu::decode)
                .map(pdu -> pdu.body().text())
                .collect(Collectors.joining());
    }

    private static void check(List<MessageBody> parts, String text, int bits) {
        boolean gsm7 = MessageBody.fitsGsm7(text);
        int size = gsm7 ? septets(text) : text.length();
        int single = gsm7 ? 160 : 70;
        int room = gsm7 ? (bits == 8 ? 153 : 152) : (bits == 8 ? 67 : 66);
        if (size <= single) {
            assertThat(parts).hasSize(1);
            assertThat(parts.get(0).header()).isEqualTo(Udh.NONE);
        } else {
            // Each cut may leave one place free so that no pair is torn.
            assertThat(parts).hasSizeBetween((size + room - 1) / room, (size + room - 2) / (room - 1));
        }
        assertThat(parts).noneMatch(MessageBody::halfSurrogates);
    }

    private static int septets(String text) {
        return text.chars().map(c -> "^{}\\[~]|€\f".indexOf(c) < 0 ? 1 : 2).sum();
    }

    @Test
    void aTextOfMoreThan255PartsIsRefused() {
        assertThat(TextSplitter.split("a".repeat(255 * 153), 1, 8)).hasSize(255);
        assertThatThrownBy(() -> TextSplitter.split("a".repeat(255 * 153 + 1), 1, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEscapeSequenceIsNeverCut() {
        List<MessageBody> parts = TextSplitter.split("a".repeat(152) + "€" + "a".repeat(10), 1, 8);
        assertThat(parts).extracting(MessageBody::text).containsExactly("a".repeat(152), "€" + "a".repeat(10));
    }

    @Test
    void numbersAndTextsStayOutOfLogs() {
        DeliverPdu pdu = DeliverPdu.of(
                AddressField.of("+84912345678"),
                new Scts("62112290035182"),
                MessageBody.gsm7("mat khau 123", Udh.NONE));
        assertThat(pdu.toString()).doesNotContain("84912345678").doesNotContain("mat khau");
    }
}
