package vn.mscore.hotline.sms.pdu;

import java.util.Optional;

/** A seven-bit alphabet: a locking table and the table behind the escape code (TS 23.038 6.2.1). */
final class Alphabet {
    static final int ESCAPE = 0x1B;

    /** Stands for no character in a table. */
    static final char NONE = 0;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\0ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final char[] EXTENSION = extension();

    /** The default alphabet with its extension table. */
    static final Alphabet DEFAULT = new Alphabet(BASIC.toCharArray(), EXTENSION);

    private final char[] locking;
    private final char[] single;

    /** By the character; every text is looked up in it a few times. */
    private final byte[][] codes;

    private Alphabet(char[] locking, char[] single) {
        this.locking = locking;
        this.single = single;
        this.codes = new byte[1 + Math.max(highest(locking), highest(single))][];
        for (int i = 0x7F; i >= 0; i--) {
            if (single[i] != NONE) {
                codes[single[i]] = new byte[] {ESCAPE, (byte) i};
            }
        }
        for (int i = 0x7F; i >= 0; i--) {
            if (locking[i] != NONE) {
                codes[locking[i]] = new byte[] {(byte) i};
            }
        }
    }

    private static int highest(char[] table) {
        return new String(table).chars().max().orElse(NONE);
    }

    private byte[] code(char c) {
        return c < codes.length ? codes[c] : null;
    }

    /** The alphabet with national tables (TS 23.038 annex A); empty ones stand for the default. */
    static Alphabet of(Optional<char[]> locking, Optional<char[]> single) {
        return new Alphabet(locking.orElseGet(BASIC::toCharArray), single.orElse(EXTENSION));
    }

    private static char[] extension() {
        char[] table = new char[0x80];
        table[0x0A] = '\f';
        table[0x14] = '^';
        table[0x28] = '{';
        table[0x29] = '}';
        table[0x2F] = '\\';
        table[0x3C] = '[';
        table[0x3D] = '~';
        table[0x3E] = ']';
        table[0x40] = '|';
        table[0x65] = '€';
        return table;
    }

    /** Text and whether every code stood for a character. */
    record Reading(String text, boolean complete) {}

    /**
     * Reads septets. An escape before a code without an entry shows the locking table's character, a doubled escape a
     * space (TS 23.038 6.2.1.1); a last lone escape shows nothing.
     */
    Reading decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        boolean complete = true;
        boolean escaping = false;
        for (byte code : septets) {
            if (code == ESCAPE && !escaping) {
                escaping = true;
                continue;
            }
            char c = escaping ? escaped(code) : locking[code];
            escaping = false;
            complete &= c != NONE;
            text.append(c == NONE ? '\uFFFD' : c);
        }
        return new Reading(text.toString(), complete);
    }

    private char escaped(byte code) {
        char shifted = single[code] != NONE ? single[code] : locking[code];
        return code == ESCAPE ? ' ' : shifted;
    }

    /** Septets that one character takes, escape included; 0 when the alphabet lacks it. */
    int size(char c) {
        byte[] code = code(c);
        return code == null ? 0 : code.length;
    }

    /** Septets that {@code text} takes; characters that the alphabet lacks take none. */
    int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += size(text.charAt(i));
        }
        return length;
    }

    /** Whether the alphabet has every character of {@code text}. */
    boolean covers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (size(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The septets of {@code text}; empty when the alphabet lacks one of its characters. */
    Optional<byte[]> encode(String text) {
        byte[] septets = new byte[2 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            byte[] code = code(text.charAt(i));
            if (code == null) {
                return Optional.empty();
            }
            System.arraycopy(code, 0, septets, length, code.length);
            length += code.length;
        }
        return Optional.of(java.util.Arrays.copyOf(septets, length));
    }
}
