package vn.mscore.hotline.console.admin;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.wording.PromptDesk.Entry;
import vn.mscore.hotline.wording.PromptDesk.Source;

/**
 * A sound as the pages show it.
 *
 * @param id pack and name
 * @param length seconds with one decimal; empty when nothing can be played
 * @param state {@code missing}, {@code faulty}, {@code own}, {@code folder} or {@code packed}
 * @param fault what is wrong, empty when nothing is
 */
@Vetoed
public record PromptRow(String id, String text, String length, String state, String fault) {
    private static final double MILLIS = 1000;

    static PromptRow of(Entry entry, Asked asked) {
        return new PromptRow(
                entry.id(),
                entry.text(),
                length(entry.length(), asked.language()),
                state(entry),
                entry.fault().map(asked::sentence).orElse(""));
    }

    private static String length(Duration length, Language language) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : Locale.forLanguageTag("vi");
        return length.isZero() ? "" : String.format(locale, "%.1f", length.toMillis() / MILLIS);
    }

    private static String state(Entry entry) {
        if (entry.source() == Source.NONE) {
            return "missing";
        }
        if (entry.fault().isPresent()) {
            return "faulty";
        }
        return switch (entry.source()) {
            case LAID -> "own";
            case DEPLOYER -> "folder";
            case PACKED, NONE -> "packed";
        };
    }

    /** The pack it belongs to. */
    public String pack() {
        return id.substring(0, id.indexOf('/'));
    }

    /** How many are in each state, by its word. */
    static Map<String, Long> counts(List<PromptRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(PromptRow::state, TreeMap::new, Collectors.counting()));
    }
}
