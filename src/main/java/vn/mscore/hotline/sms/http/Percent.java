package vn.mscore.hotline.sms.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.pdu.OctetText;

/** Percent-encoding (RFC 3986 2.1) and {@code name=value&...} as forms write it. */
final class Percent {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int MOST_FIELDS = 200;
    private static final int HEX = 16;

    private Percent() {}

    /** Everything but letters, figures and {@code -._~} as octets of UTF-8: fits a path, a query and a form. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            out.append(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    /**
     * A field of a query or form, the others unread.
     *
     * @throws IllegalArgumentException when it is there twice, since nobody knows which is meant, or cannot be read
     */
    static Optional<String> field(String encoded, String name, Charset charset) {
        String[] pairs = encoded.split("&", MOST_FIELDS + 1);
        Require.that(pairs.length <= MOST_FIELDS, "too many fields");
        List<String> found = Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .filter(sides -> decode(sides[0], StandardCharsets.ISO_8859_1).equals(name))
                .map(sides -> sides.length == 1 ? "" : sides[1])
                .toList();
        Require.that(found.size() <= 1, "a field is there twice");
        return found.stream().map(value -> decode(value, charset)).findFirst();
    }

    /** The name of a pair; empty when it cannot be read. */
    static Optional<String> name(String pair) {
        try {
            return Optional.of(decode(pair.split("=", 2)[0], StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decode(String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                out.write(octet(text, i));
                i += 2;
            } else {
                Require.that(c < 0x80, "is not ASCII");
                out.write(c == '+' ? ' ' : c);
            }
        }
        return text(out.toByteArray(), charset);
    }

    private static int octet(String text, int at) {
        Require.that(at + 2 < text.length(), "ends within an octet");
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        Require.that(high >= 0 && low >= 0, "has an octet that is not hexadecimal");
        return high * HEX + low;
    }

    /**
     * Octets as text, strictly; UTF-16 as it comes in parts of a longer text, with halves of characters at their ends, and as
     * other lines read it.
     */
    static String text(byte[] octets, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16BE) && octets.length >= Character.BYTES) {
            return OctetText.read(OctetText.Kind.UCS2, false, octets).text();
        }
        try {
            return charset.newDecoder().decode(java.nio.ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not " + charset, e);
        }
    }
}
