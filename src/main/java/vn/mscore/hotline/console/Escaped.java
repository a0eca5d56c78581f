package vn.mscore.hotline.console;

import java.util.regex.Pattern;

/**
 * What every value of a page goes through: the five letters that mean something in HTML, and without letters nobody sees,
 * which could turn a line around or hide a word (security R30; CWE-79, CWE-451).
 */
final class Escaped {
    /** Of the strategy in the template engine. */
    static final String NAME = "seen";

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\\n\\r\\t\u200d]]+");

    private Escaped() {}

    /** Safe in text and in quoted attributes. */
    static String of(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        StringBuilder escaped = new StringBuilder(seen.length() + 16);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
