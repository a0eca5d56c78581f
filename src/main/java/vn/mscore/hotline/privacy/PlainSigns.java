package vn.mscore.hotline.privacy;

/**
 * Digits, dashes and blanks of any script as ours. Pure. The launcher loads it for {@link Redactor}, the house beside it: what
 * others call is public.
 */
public final class PlainSigns {
    /** Digits of the superscripts and subscripts come before it. */
    private static final int FIRST_CIRCLED = 0x2090;

    private static final int FRAME = 0x20E3;
    private static final int AS_PICTURE = 0xFE0F;

    private PlainSigns() {}

    /** One sign for each of {@code text}, so that places stay. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            plain.append(plain(c));
        }
        return plain.toString();
    }

    /**
     * {@code text} with digits as ours that are made of two places ({@code U+1D7CE}), stand in a circle, or carry a key's
     * frame; whatever else stays, also small digits above and below.
     */
    public static String near(String text) {
        if (text.chars().allMatch(c -> c < FIRST_CIRCLED)) {
            return text;
        }
        StringBuilder near = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != FRAME && c != AS_PICTURE).forEach(c -> near.appendCodePoint(near(c)));
        return near.toString();
    }

    private static int near(int c) {
        int type = Character.getType(c);
        boolean far = type == Character.DECIMAL_DIGIT_NUMBER && Character.isSupplementaryCodePoint(c);
        boolean circled = type == Character.OTHER_NUMBER && c >= FIRST_CIRCLED;
        int value = far || circled ? Character.getNumericValue(c) : -1;
        return value >= 0 && value <= 9 ? '0' + value : c;
    }

    private static char plain(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '_' || c == '\u2212') {
            return '-';
        }
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
        return blank ? ' ' : c == '\uFF0B' ? '+' : c;
    }
}
