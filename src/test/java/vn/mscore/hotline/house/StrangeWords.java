package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rows 13 to 16: words that some programs take for something else than words, and how to see that ours does not. */
final class StrangeWords {
    static final String SCRIPT = "<script>alert(13)</script><img src=x onerror=alert(13)>\" onmouseover=\"alert(13)";
    static final String EXPRESSION = "#{13*13} ${13*13} %{13*13} {{13*13}} ${jndi:ldap://127.0.0.1/x}";
    static final String QUOTES = "'; DROP TABLE complaint; -- % _ \\";
    static final String FORMULA = "=HYPERLINK(\"http://x\";\"y\")";
    static final String TURNED = "tra \u202Egnp\u2066.exe\u200B\u0007\u001B xong";

    /** By the rows of the matrix of bad input, each beginning of row 16 by itself, and what turns or hides words. */
    static final Map<String, List<String>> ROWS = Map.of(
            "13", List.of(SCRIPT),
            "14", List.of(EXPRESSION),
            "15", List.of(QUOTES),
            "16", List.of(FORMULA, "+1+1", "-2+3", "@SUM(1;2)", "\t=1+1"),
            "unseen", List.of(TURNED));

    /** All of them. */
    static final List<String> ALL = ROWS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(row -> row.getValue().stream())
            .toList();

    private static final Pattern MARKUP = Pattern.compile("<script>alert|<img src=x|\" onmouseover=\"alert\\(13\\)\"");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t\\u200d]]");

    private StrangeWords() {}

    /** Nothing of them became markup, ran, or turned the words around it. */
    static void assertAllText(String where, String body) {
        assertThat(MARKUP.matcher(body).find()).as("markup on " + where).isFalse();
        assertThat(holdsUnseen(body)).as("unseen letters on " + where).isFalse();
        assertThat(body).as("an expression ran on " + where).doesNotContain("#169", "$169", "{169");
    }

    /** Whether a page that takes these for more than words can be told from one that does not. */
    static boolean tells(String words) {
        return List.of(SCRIPT, EXPRESSION, TURNED).contains(words);
    }

    /** Whether the words of row 13 stand on a page as words. */
    static boolean isShown(String words, String body) {
        return words.startsWith("<script>") && body.contains("&lt;script&gt;alert(13)");
    }

    static boolean holdsUnseen(String text) {
        return UNSEEN.matcher(text).find();
    }
}
