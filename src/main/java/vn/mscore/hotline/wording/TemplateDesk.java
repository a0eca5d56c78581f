package vn.mscore.hotline.wording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.Language;

/** Where the deployer rewrites texts: what is written lies over the packed files, and what was before is kept. */
public interface TemplateDesk {
    /** All texts of {@code names.tsv} in their order. */
    List<Entry> all();

    /** One text. */
    Optional<Entry> find(String name);

    /** Checks new words without keeping them; {@code texts} holds every spelling. */
    Checked check(String name, Map<Language, String> texts);

    /** Keeps new words unless something is wrong with them; each spelling that differs becomes a row of the history. */
    Checked save(String name, Map<Language, String> texts, String who);

    /** What a text was, newest first and the packed one of what was rewritten at the end. Opens its own transaction. */
    List<Past> history(String name);

    /** A text in its three spellings. {@code rewritten} when it is not the packed one. */
    record Entry(String name, Map<Language, String> texts, boolean rewritten) {}

    /** An earlier or the present wording; {@code by} and {@code at} are empty for the packed one. */
    record Past(Language language, String text, String by, Optional<Instant> at) {}

    /**
     * What was found.
     *
     * @param faults for people; empty when it may be sent
     * @param measures of every spelling with its longest values
     */
    record Checked(List<String> faults, Map<Language, Measure> measures) {}

    /**
     * How long a text may get.
     *
     * @param preview with values of full length
     * @param wide whether it needs UCS-2 (70 characters, then 67 a part) instead of GSM 7-bit (160, then 153)
     * @param characters of the preview
     * @param parts message parts of the preview
     */
    record Measure(String preview, boolean wide, int characters, int parts) {
        /** Measures {@code preview} (3GPP TS 23.040 9.2.3.24.1). */
        public static Measure of(String preview) {
            boolean wide = preview.chars().anyMatch(c -> c > '~');
            int single = wide ? 70 : 160;
            int joined = wide ? 67 : 153;
            int length = preview.length();
            return new Measure(preview, wide, length, length <= single ? 1 : (length + joined - 1) / joined);
        }
    }
}
