package vn.mscore.hotline.wording.files;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.Unaccented;

/** One text with its gaps. */
final class TemplateText {
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");
    /** The gap that is never cut. */
    private static final String WHOLE = "cause";

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

    private final String text;
    private final Pattern echo;
    private final Set<String> gaps = new LinkedHashSet<>();

    TemplateText(String text) {
        this.text = text;
        this.echo = echo(text);
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            gaps.add(gap.group(1));
        }
    }

    /** As it was written. */
    String text() {
        return text;
    }

    /** Names between braces. */
    Set<String> gaps() {
        return gaps;
    }

    /** Whether {@code other} is this text with any values. */
    boolean matches(String other) {
        return echo.matcher(other).matches();
    }

    private static Pattern echo(String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            pattern.append(Pattern.quote(text.substring(from, gap.start())))
                    .append(gap.group(1).equals(WHOLE) ? ".{0,459}" : ".{0,150}");
            from = gap.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(text.substring(from))).toString());
    }

    /** The text outside its gaps. */
    String letters() {
        return GAP.matcher(text).replaceAll("");
    }

    /** Fills every gap in one pass: braces in a value stay as they are. */
    String fill(UnaryOperator<String> value) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(value.apply(gap.group(1))));
    }

    /** Characters of the text when every gap holds its longest value. */
    int widest(Map<String, Placeholder> placeholders, Language language) {
        return fill(gap -> "x".repeat(placeholders.get(gap).budget(language))).length();
    }

    /** One line without controls and direction marks; outside accented Vietnamese without diacritics. */
    static String printable(String value, Language language) {
        String line = UNPRINTABLE.matcher(value).replaceAll(" ").strip();
        return language == Language.VI ? line : Unaccented.of(line);
    }
}
