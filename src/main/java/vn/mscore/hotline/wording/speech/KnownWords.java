package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that have a sound in a pack, alone or one after the other: "Phòng Kinh tế" and "xã Khe Sanh" say the office of that
 * name.
 */
@Singleton
class KnownWords {
    private static final int MOST_WORDS = 60;

    private final PromptCatalogue catalogue;
    private final SpokenText text;
    private final Map<String, Map<List<String>, String>> sounds = new ConcurrentHashMap<>();

    /** Rows of use {@code word} in {@code catalogue}. */
    @Inject
    KnownWords(PromptCatalogue catalogue, SpokenText text) {
        this.catalogue = catalogue;
        this.text = text;
    }

    /** The sounds of {@code value} without their pack; empty when a word of it has none. */
    Optional<List<String>> sounds(String value, String pack) {
        List<String> words = text.words(value);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        return parted(words, sounds.computeIfAbsent(pack, this::load));
    }

    private Map<List<String>, String> load(String pack) {
        Map<List<String>, String> all = new LinkedHashMap<>();
        catalogue.lines(pack).values().stream()
                .filter(line -> line.use().equals("word"))
                .forEach(line -> all.putIfAbsent(text.words(line.text()), line.id()));
        return all;
    }

    /** The parting with the longest phrases from the end back; each prefix is solved once. */
    private static Optional<List<String>> parted(List<String> words, Map<List<String>, String> known) {
        List<Optional<List<String>>> upTo = new ArrayList<>(List.of(Optional.of(List.of())));
        for (int end = 1; end <= words.size(); end++) {
            Optional<List<String>> best = Optional.empty();
            for (int from = 0; from < end && best.isEmpty(); from++) {
                String sound = known.get(words.subList(from, end));
                if (sound != null) {
                    best = upTo.get(from).map(before -> joined(before, sound));
                }
            }
            upTo.add(best);
        }
        return upTo.get(words.size());
    }

    private static List<String> joined(List<String> before, String sound) {
        List<String> all = new ArrayList<>(before);
        all.add(sound);
        return all;
    }
}
