package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.SealedCases.Ending;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.complaint.triage.PlainWords;

/** Whether what the page of an open case shows in words holds some of them, with or without accents. */
@Singleton
class OpenWords {
    private final SqlSealedWords words;

    @Inject
    OpenWords(SqlSealedWords words) {
        this.words = words;
    }

    boolean hold(SealedCase held, String wanted) {
        Set<String> asked = plain(wanted);
        return !asked.isEmpty() && plain(read(held)).containsAll(asked);
    }

    private String read(SealedCase held) {
        Stream<String> said = words.of(held).stream().map(Said::text);
        Stream<String> ours = Stream.concat(held.summary().stream(), held.ending().map(Ending::words).stream());
        return Stream.concat(said, ours).collect(Collectors.joining(" "));
    }

    private static Set<String> plain(String text) {
        return Arrays.stream(PlainWords.of(text).strip().split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
