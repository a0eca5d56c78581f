package vn.mscore.hotline.complaint.secret;

/** Digits, dashes and blanks of any script as ours, one for one, so that places stay. */
final class PlainSigns {
    private PlainSigns() {}

    static String of(String text) {
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
