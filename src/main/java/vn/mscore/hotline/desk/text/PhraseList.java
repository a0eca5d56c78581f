package vn.mscore.hotline.desk.text;

import java.util.List;

/** Phrases in normal form to look for in a text, as whole words. */
final class PhraseList {
    private final List<String> phrases;

    PhraseList(List<String> rows) {
        phrases = rows.stream().map(row -> " " + row.strip() + " ").toList();
    }

    boolean isIn(String text) {
        String words = " " + Words.of(text).normal(0).replaceAll("[ ./-]+", " ") + " ";
        return phrases.stream().anyMatch(words::contains);
    }
}
