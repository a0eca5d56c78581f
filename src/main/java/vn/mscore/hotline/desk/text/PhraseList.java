package vn.mscore.hotline.desk.text;

import java.util.Comparator;
import java.util.List;

/** Phrases in normal form to look for in a text, as whole words. */
final class PhraseList {
    private final List<String> phrases;
    private final List<String> longestFirst;

    PhraseList(List<String> rows) {
        phrases = rows.stream().map(row -> " " + row.strip() + " ").toList();
        longestFirst = phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    boolean isIn(String text) {
        String words = words(text, "[ ./-]+");
        return phrases.stream().anyMatch(words::contains);
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
