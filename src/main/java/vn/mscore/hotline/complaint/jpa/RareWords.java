package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.platform.Sql;

/**
 * Which cases share the rare words of a text, by the index of words. Of each word only the newest cases are read, so that a
 * word that thousands have costs no more than another; one that few have finds all of them. Needs a transaction.
 */
@Singleton
class RareWords {
    private static final int READ_OF_A_WORD = 50;
    private static final int MOST_WORDS = 100;

    private final Sql sql;

    @Inject
    RareWords(Sql sql) {
        this.sql = sql;
    }

    /** Those not older than id {@code from}, at most {@code most}; who shares what fewest have comes first. */
    List<Long> cases(List<byte[]> tokens, long from, int most) {
        List<byte[]> asked = tokens.subList(0, Math.min(MOST_WORDS, tokens.size()));
        Map<Long, List<Long>> found = asked.isEmpty() ? Map.of() : newest(asked, from);
        Map<Long, Double> weights = new HashMap<>();
        found.values().forEach(ids -> ids.forEach(id -> weights.merge(id, 1.0 / ids.size(), Double::sum)));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Collections.reverseOrder())))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By the place of the word among {@code tokens}. */
    private Map<Long, List<Long>> newest(List<byte[]> tokens, long from) {
        List<String> words = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (byte[] token : tokens) {
            words.add("(select " + words.size() + " as word, complaint_id from case_token where token = ?"
                    + " and complaint_id >= ? order by complaint_id desc limit " + READ_OF_A_WORD + ")");
            parameters.addAll(List.of(token, from));
        }
        Map<Long, List<Long>> found = new HashMap<>();
        sql.rows(
                String.join(" union all ", words),
                row -> found.computeIfAbsent(row.number("word"), word -> new ArrayList<>())
                        .add(row.number("complaint_id")),
                parameters.toArray());
        return found;
    }
}
