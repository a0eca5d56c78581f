package vn.mscore.hotline.sms.pdu;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.Never;

/**
 * Octets of the air: read, or refused with {@link PduException} and nothing else; what is read without an oddity goes back
 * as it came. In {@code verify} over the inputs beside it, with {@code -Pfuzz} over new ones.
 */
@Timeout(20)
class AirFuzzTest {
    private static final OctetText.Kind[] KINDS = OctetText.Kind.values();
    private static final int MOST_PARTS = 255;
    /** UCS-2 behind the longer header (3GPP TS 23.040 9.2.3.24.8): 66 characters, one less when a pair would be cut. */
    private static final int SHORTEST_PART = 65;

    @FuzzTest
    void pdus(byte[] octets) {
        try {
            switch (Pdu.kind(octets)) {
                case DELIVER -> delivered(DeliverPdu.decode(octets));
                case SUBMIT -> submitted(SubmitPdu.decode(octets));
                case STATUS_REPORT -> reported(StatusReportPdu.decode(octets));
            }
        } catch (PduException e) {
            Never.unless(e.getMessage() != null && !e.getMessage().isEmpty(), "refused without a reason");
        }
    }

    private static void delivered(DeliverPdu pdu) {
        pdu.fromMachine();
        pdu.sentAt().time();
        bounded(pdu.body());
        if (pdu.body().oddities().isEmpty()) {
            returns(pdu, DeliverPdu::encode, DeliverPdu::decode);
        }
    }

    private static void submitted(SubmitPdu pdu) {
        bounded(pdu.body());
        boolean enhanced = pdu.validity().equals(Validity.NONE);
        if (pdu.body().oddities().isEmpty() && !enhanced) {
            returns(pdu, SubmitPdu::encode, SubmitPdu::decode);
        }
    }

    private static void reported(StatusReportPdu pdu) {
        pdu.sentAt().time();
        pdu.dischargedAt().time();
        returns(pdu, StatusReportPdu::encode, StatusReportPdu::decode);
    }

    private static void bounded(MessageBody body) {
        Never.unless(body.text().length() <= 2 * Octets.MAX, "more characters than came");
        body.header().concat().ifPresent(concat -> Never.unless(concat.total() <= MOST_PARTS, "more parts than any"));
        body.header().ports();
    }

    /** What our own encoder takes comes back as it was; it may refuse what we would never send. */
    private static <T> void returns(T pdu, Function<T, byte[]> encode, Function<byte[], T> decode) {
        byte[] octets;
        try {
            octets = encode.apply(pdu);
        } catch (IllegalArgumentException e) {
            return;
        }
        Never.unless(read(octets, decode).equals(pdu), "came back changed as " + Octets.hex(octets));
    }

    private static <T> T read(byte[] octets, Function<byte[], T> decode) {
        try {
            return decode.apply(octets);
        } catch (PduException e) {
            throw new AssertionError("we do not read what we wrote: " + Octets.hex(octets), e);
        }
    }

    @FuzzTest
    void userData(byte[] octets) {
        if (octets.length == 0) {
            return;
        }
        OctetText.Kind kind = KINDS[octets[0] & 0x03];
        byte[] data = Arrays.copyOfRange(octets, 1, octets.length);
        try {
            MessageBody body = OctetText.read(kind, (octets[0] & 0x40) != 0, data);
            Never.unless(body.text().length() <= 2 * data.length, "more characters than came");
            if (body.oddities().isEmpty() && body.readable() && !body.header().malformed()) {
                back(body, kind);
            }
        } catch (PduException e) {
            Never.unless(!e.getMessage().isEmpty(), "refused without a reason");
        }
    }

    private static void back(MessageBody body, OctetText.Kind kind) {
        boolean national = body.header().lockingShift().isPresent()
                || body.header().singleShift().isPresent();
        boolean ours = kind == OctetText.Kind.UCS2 || !national && OctetText.fits(body.text(), kind);
        if (ours) {
            boolean header = !body.header().elements().isEmpty();
            String again = read(OctetText.write(body, kind), octets -> OctetText.read(kind, header, octets))
                    .text();
            Never.unless(again.equals(body.text()), "came back changed");
        }
    }

    @FuzzTest
    void texts(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        for (int bits : new int[] {8, 16}) {
            List<MessageBody> parts;
            try {
                parts = TextSplitter.split(text, octets.length, bits);
            } catch (IllegalArgumentException e) {
                Never.unless(text.length() > MOST_PARTS * SHORTEST_PART, "a text that is not too long is refused");
                return;
            }
            List<MessageBody> heard = heard(parts);
            // Ideographs with a zero as lower octet are taken for ASCII in the other byte order; the reader says so.
            if (heard.stream().noneMatch(part -> part.oddities().contains(Oddity.UCS2_BYTE_ORDER))) {
                Never.unless(
                        heard.stream()
                                .map(MessageBody::text)
                                .collect(Collectors.joining())
                                .equals(text),
                        "came back changed");
            }
        }
    }

    /** Through the air, as a telephone hears them. */
    private static List<MessageBody> heard(List<MessageBody> parts) {
        return parts.stream()
                .map(part -> SubmitPdu.of(AddressField.of("+84912345678"), Validity.NONE, part)
                        .encode())
                .map(octets -> SubmitPdu.decode(octets).body())
                .toList();
    }

    @FuzzTest
    void ussdAnswers(byte[] octets) {
        String answer = new String(octets, StandardCharsets.ISO_8859_1);
        for (int coding : new int[] {0x0F, 0x11, 0x48}) {
            Never.unless(UssdText.read(answer, coding, true).length() <= octets.length, "longer than it came");
            Never.unless(UssdText.read(answer, coding, false).length() <= octets.length, "longer than it came");
        }
    }
}
