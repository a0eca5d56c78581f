package vn.mscore.hotline.desk.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Phrases in normal form to look for in a text, as whole words. */
final class PhraseList {
    private final List<String> phrases;
    private final List<String> longestFirst;
    private final List<String> notMeant;

    PhraseList(List<String> rows) {
        phrases = rows.stream()
                .map(row -> " " + row.replaceFirst("\t.*", "").strip() + " ")
                .toList();
        notMeant = rows.stream()
                .filter(row -> row.contains("\t"))
                .flatMap(row -> Stream.of(row.replaceFirst("[^\t]*\t", "").split(",")))
                .toList();
        longestFirst = phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    boolean isIn(String text) {
        String words = words(meant(text), "[ ./-]+");
        return phrases.stream().anyMatch(words::contains);
    }

    /** Without the accented words that look the same and are not meant. */
    private String meant(String text) {
        String meant = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (String words : notMeant) {
            meant = meant.replace(words, ".");
        }
        return meant;
    }

    /** Whether {@code text} is made of the phrases and of signs, and of one phrase at least. */
    boolean isAllOf(String text) {
        String rest = words(text, "[^\\p{L}\\p{Nd}]+");
        boolean said = !rest.isBlank();
        for (String phrase : longestFirst) {
            while (rest.contains(phrase)) {
                rest = rest.replace(phrase, " ");
            }
        }
        return said && rest.isBlank();
    }

    private static String words(String text, String between) {
        return " " + Words.of(text).normal(0).replaceAll(between, " ") + " ";
    }
}
