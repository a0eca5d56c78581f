package vn.mscore.hotline.sms.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.TextSplitter;

/**
 * What an aggregator takes as a text.
 *
 * @param plain whether diacritics are taken off and other characters outside of ASCII replaced
 * @param without characters that become a space
 * @param limits longest text of one message, of two, ...; empty counts as the radio does
 * @param unicodeLimits the same for a text that needs Unicode
 * @param yes what {@code {unicode}} is when the text needs Unicode
 * @param no what it is otherwise
 */
record TextForm(
        boolean plain, String without, List<Integer> limits, List<Integer> unicodeLimits, String yes, String no) {
    private static final Map<Character, String> ASCII = Map.of(
            '\u2018', "'", '\u2019', "'", '\u201C', "\"", '\u201D', "\"", '\u2013', "-", '\u2014', "-", '\u2026', "...",
            '\u00A0', " ");

    static TextForm read(MappingFile file) {
        boolean plain = file.choice("text.accents", "keep", "strip").equals("strip");
        return new TextForm(
                plain,
                file.text("text.without").orElse("").replace(" ", ""),
                limits(file, "text.limits"),
                limits(file, "text.limits.unicode"),
                file.text("text.unicode.yes").orElse("true"),
                file.text("text.unicode.no").orElse("false"));
    }

    private static List<Integer> limits(MappingFile file, String field) {
        String text = file.text(field).orElse("");
        return text.isEmpty()
                ? List.of()
                : file.reading(field, () -> {
                    Require.that(
                            text.matches("[0-9]{1,5}(\\s*,\\s*[0-9]{1,5})*"), "must be numbers of characters, 160,306");
                    List<Integer> limits = Arrays.stream(text.split("\\s*,\\s*"))
                            .map(Integer::valueOf)
                            .toList();
                    Require.that(limits.equals(limits.stream().sorted().toList()), "must rise");
                    return limits;
                });
    }

    /** A text as it is sent: how many messages it counts for, and whether it needs Unicode. */
    record Shaped(String text, int parts, boolean unicode) {}

    /**
     * {@code text} as the aggregator takes it.
     *
     * @throws IllegalArgumentException when it is longer than that
     */
    Shaped shape(String text) {
        String shaped = spared(plain ? ascii(text) : text);
        boolean unicode = !MessageBody.fitsGsm7(shaped);
        return new Shaped(shaped, parts(shaped, unicode), unicode);
    }

    /** The word of {@code {unicode}}. */
    String word(boolean unicode) {
        return unicode ? yes : no;
    }

    private int parts(String text, boolean unicode) {
        List<Integer> most = unicode ? unicodeLimits : limits;
        if (most.isEmpty()) {
            return TextSplitter.split(text, 0, 8).size();
        }
        int length = TextSplitter.length(text, !unicode);
        int fitting = (int) most.stream().filter(limit -> limit < length).count();
        Require.that(fitting < most.size(), "longer than the " + most.get(most.size() - 1) + " the aggregator takes");
        return fitting + 1;
    }

    private static String ascii(String text) {
        return Unaccented.of(text).codePoints().mapToObj(TextForm::ascii).collect(Collectors.joining());
    }

    private static String ascii(int c) {
        if (c == '\n' || c >= ' ' && c <= '~') {
            return Character.toString(c);
        }
        return ASCII.getOrDefault((char) Math.min(c, Character.MAX_VALUE), "?");
    }

    private String spared(String text) {
        return text.chars()
                .mapToObj(c -> without.indexOf(c) >= 0 ? " " : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
