package vn.mscore.hotline.privacy;

/** Digits, dashes and blanks of any script as ours. Pure. */
public final class PlainSigns {
    private PlainSigns() {}

    /** One sign for each of {@code text}, so that places stay. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            plain.append(plain(c));
        }
        return plain.toString();
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
