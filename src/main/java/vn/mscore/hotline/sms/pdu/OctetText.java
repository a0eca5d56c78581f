package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import vn.mscore.hotline.shared.Require;

/**
 * User data as SMPP carries it (SMPP 3.4 5.2.22): a user data header when the message has one, then one octet per
 * character, or two for UCS-2. Seven-bit characters are not packed.
 */
public final class OctetText {
    private OctetText() {}

    /** How the octets behind the header are to be read. */
    public enum Kind {
        /** The GSM alphabet, one septet in each octet. */
        GSM7,
        /** ISO 8859-1. */
        LATIN1,
        /** UCS-2, in practice UTF-16, big-endian. */
        UCS2,
        /** Octets, shown as hex. */
        BINARY
    }

    /**
     * Reads user data. Octets above 0x7F in what should be the GSM alphabet are ISO 8859-1: some centres do that.
     *
     * @throws PduException when the header is longer than the data
     */
    public static MessageBody read(Kind kind, boolean withHeader, byte[] octets) {
        Set<Oddity> odd = EnumSet.noneOf(Oddity.class);
        Udh header = withHeader ? MessageBody.header(octets) : Udh.NONE;
        int skipped = withHeader ? 1 + (octets[0] & 0xFF) : 0;
        byte[] rest = Arrays.copyOfRange(octets, skipped, octets.length);
        return new MessageBody(coding(kind), header, text(kind, header, rest, odd), odd);
    }

    private static DataCoding coding(Kind kind) {
        return switch (kind) {
            case GSM7, LATIN1 -> DataCoding.GSM7;
            case UCS2 -> DataCoding.UCS2;
            case BINARY -> DataCoding.BINARY;
        };
    }

    private static String text(Kind kind, Udh header, byte[] octets, Set<Oddity> odd) {
        return switch (kind) {
            case GSM7 -> septets(header, octets, odd);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UCS2 -> Ucs2.decode(octets, odd);
            case BINARY -> Octets.hex(octets);
        };
    }

    private static String septets(Udh header, byte[] octets, Set<Oddity> odd) {
        for (byte octet : octets) {
            if (octet < 0) {
                odd.add(Oddity.UNKNOWN_CHARACTER);
                return new String(octets, StandardCharsets.ISO_8859_1);
            }
        }
        Alphabet.Reading reading = NationalTables.alphabet(header.lockingShift(), header.singleShift())
                .decode(octets);
        if (!reading.complete()) {
            odd.add(Oddity.UNKNOWN_CHARACTER);
        }
        return reading.text();
    }

    /** Whether {@code text} can be written as {@code kind} and takes the part sizes of the GSM alphabet on the air. */
    public static boolean fits(String text, Kind kind) {
        Charset latin = StandardCharsets.ISO_8859_1;
        return MessageBody.fitsGsm7(text)
                && (kind != Kind.LATIN1 || latin.newEncoder().canEncode(text));
    }

    /**
     * A whole text without header in hexadecimal: UTF-16BE, or one octet for each septet of the GSM alphabet.
     *
     * @throws IllegalArgumentException when it does not fit the GSM alphabet and is not to be UTF-16
     */
    public static String hex(String text, boolean ucs2) {
        return Octets.hex(ucs2 ? Ucs2.encode(text) : septets(text));
    }

    private static byte[] septets(String text) {
        return Alphabet.DEFAULT
                .encode(text)
                .orElseThrow(() -> new IllegalArgumentException("text does not fit the alphabet"));
    }

    /** The user data of a part, its header in front: {@code kind} for what is not UCS-2. */
    public static byte[] write(MessageBody part, Kind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(part.header().octets());
        out.writeBytes(characters(part, kind));
        return out.toByteArray();
    }

    private static byte[] characters(MessageBody part, Kind kind) {
        if (part.coding().alphabet() == DataCoding.Alphabet.UCS2) {
            return Ucs2.encode(part.text());
        }
        Require.that(fits(part.text(), kind), "text does not fit the alphabet");
        return kind == Kind.LATIN1
                ? part.text().getBytes(StandardCharsets.ISO_8859_1)
                : Alphabet.DEFAULT.encode(part.text()).orElseThrow();
    }
}
