package vn.mscore.hotline.complaint.suggest;

import java.util.HashSet;
import java.util.Set;
import vn.mscore.hotline.complaint.triage.PlainWords;

/** The pairs of neighbouring words of a text without accents; two texts are alike when they share enough. Pure. */
record WordPairs(Set<String> pairs) {
    private static final double ALIKE = 0.4;
    private static final int FEWEST = 3;

    static WordPairs of(String text) {
        String[] words = PlainWords.of(text).strip().split(" ");
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.length; i++) {
            pairs.add(words[i - 1] + " " + words[i]);
        }
        return new WordPairs(pairs);
    }

    /** Jaccard's coefficient of at least 0.4, of texts long enough to tell. */
    boolean isLike(WordPairs other) {
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(other.pairs);
        int all = pairs.size() + other.pairs.size() - both.size();
        return both.size() >= FEWEST && (double) both.size() / all >= ALIKE;
    }
}
