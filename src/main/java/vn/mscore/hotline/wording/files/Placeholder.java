package vn.mscore.hotline.wording.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.shared.Language;

/**
 * What may stand between braces in a template: one row of {@code placeholders.tsv}.
 *
 * @param plain longest value in characters in texts without diacritics
 * @param accented longest value in characters in texts with diacritics
 * @param cut whether a longer value is cut at a word; numbers and codes never are
 */
record Placeholder(String name, int plain, int accented, boolean cut) {
    static Map<String, Placeholder> read(List<String> lines) {
        Map<String, Placeholder> all = new LinkedHashMap<>();
        for (String line : lines) {
            String[] column = line.split("\t");
            all.put(
                    column[0],
                    new Placeholder(
                            column[0],
                            Integer.parseInt(column[1]),
                            Integer.parseInt(column[2]),
                            column[3].equals("yes")));
        }
        return all;
    }

    int budget(Language language) {
        return language == Language.VI ? accented : plain;
    }

    /** A value that is too long for a text of this language, cut at a word. */
    String fit(String clean, Language language) {
        int budget = budget(language);
        if (!cut || clean.length() <= budget) {
            return clean;
        }
        String head = clean.substring(0, budget);
        int blank = clean.charAt(budget) == ' ' ? budget : head.lastIndexOf(' ');
        return blank > 0 ? head.substring(0, blank).strip() : head;
    }
}
