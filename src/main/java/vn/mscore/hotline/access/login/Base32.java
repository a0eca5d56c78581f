package vn.mscore.hotline.access.login;

import java.io.ByteArrayOutputStream;

/** RFC 4648, section 6, without padding: how authenticators are told their secret. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte b : bytes) {
            buffer = (buffer << Byte.SIZE) | (b & 0xff);
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt((buffer >> filled) & MASK));
            }
        }
        return filled == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((buffer << (BITS - filled)) & MASK))
                        .toString();
    }

    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int filled = 0;
        for (char c : text.toCharArray()) {
            buffer = (buffer << BITS) | ALPHABET.indexOf(c);
            filled += BITS;
            if (filled >= Byte.SIZE) {
                filled -= Byte.SIZE;
                bytes.write(buffer >> filled);
            }
        }
        return bytes.toByteArray();
    }
}
