package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.triage.PlainWords;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;

/**
 * The index of words in {@code case_token}: every word without accents, its beginnings of three letters and more, and the
 * dossier code, each as a keyed hash. Numbers of seven digits and more are left out: they may be somebody's telephone.
 */
@Singleton
public class CaseTokens {
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 400;
    private static final int MOST_ASKED = 8;
    private static final int BYTES = 16;

    private final Sql sql;
    private final BlindIndex index;

    /** Hashes under a key of its own. */
    @Inject
    public CaseTokens(Sql sql, BlindIndex index) {
        this.sql = sql;
        this.index = index;
    }

    /** Indexes words of an open case. */
    void add(long id, String text) {
        put(id, words(Shown.numbersCut(text)).limit(MOST_WORDS).flatMap(CaseTokens::forms));
    }

    /** Indexes the dossier it is about. */
    void add(long id, Optional<DossierCode> about) {
        put(id, about.stream().map(CaseTokens::code));
    }

    private void put(long id, Stream<String> forms) {
        sql.batch(
                "insert ignore into case_token (token, complaint_id) values (?, ?)",
                forms.distinct().map(form -> new Object[] {token(form), id}).toList());
    }

    /** Forgets a case that has become secret. */
    void forget(long id) {
        sql.update("delete from case_token where complaint_id = ?", id);
    }

    /** What a case must have to be found by {@code typed}: one token each for whole words, a beginning for the last. */
    List<byte[]> asked(String typed) {
        List<String> words = words(typed).limit(MOST_ASKED).toList();
        return IntStream.range(0, words.size())
                .mapToObj(i -> i < words.size() - 1 ? whole(words.get(i)) : beginning(words.get(i)))
                .map(this::token)
                .toList();
    }

    /** What a case has that says {@code text}: one token for each of its words. */
    List<byte[]> said(String text) {
        return words(Shown.numbersCut(text))
                .limit(MOST_WORDS)
                .map(CaseTokens::whole)
                .map(this::token)
                .toList();
    }

    /** What a case about {@code code} has. */
    byte[] asked(DossierCode code) {
        return token(code(code));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(PlainWords.of(text).strip().split(" "))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .filter(word -> !word.matches("\\p{Nd}{7,}"))
                .distinct();
    }

    private static Stream<String> forms(String word) {
        Stream<String> beginnings = IntStream.rangeClosed(SHORTEST_BEGINNING, word.length())
                .mapToObj(length -> beginning(word.substring(0, length)));
        return Stream.concat(Stream.of(whole(word)), beginnings);
    }

    private static String whole(String word) {
        return "word|" + word;
    }

    /** Shorter ones are looked for as whole words. */
    private static String beginning(String word) {
        return word.length() < SHORTEST_BEGINNING ? whole(word) : "beginning|" + word;
    }

    private static String code(DossierCode code) {
        return "dossier|" + code.value();
    }

    private byte[] token(String form) {
        return Arrays.copyOf(index.of(BlindIndex.Purpose.WORD, form), BYTES);
    }
}
