package vn.mscore.hotline.wording.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.Unaccented;

/** What must hold of the texts before the gateway starts; every fault is told at once. */
final class TemplateRules {
    /** Printable ASCII that costs one septet and that no aggregator refuses (3GPP TS 23.038 6.2.1). */
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^#&\\[\\]{}~\\\\|^`]]*");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.");
    private static final int ONE_PART = 160;
    /** Three parts of 67 UCS-2 characters. */
    private static final int THREE_WIDE_PARTS = 201;

    private final Map<String, Placeholder> placeholders;
    private final List<String> faults = new ArrayList<>();

    TemplateRules(Map<String, Placeholder> placeholders) {
        this.placeholders = placeholders;
    }

    /** The faults, empty when the texts may be used. */
    List<String> faults(Map<Language, Map<String, TemplateText>> texts) {
        Set<String> names = new TreeSet<>();
        texts.values().forEach(language -> names.addAll(language.keySet()));
        for (String name : names) {
            Map<Language, TemplateText> spellings = new EnumMap<>(Language.class);
            texts.forEach((language, all) -> {
                if (all.containsKey(name)) {
                    spellings.put(language, all.get(name));
                } else {
                    faults.add(name + " is missing in " + language.folder());
                }
            });
            spellings.forEach((language, text) -> check(name, language, text));
            sameGaps(name, spellings);
        }
        return faults;
    }

    private void sameGaps(String name, Map<Language, TemplateText> spellings) {
        Set<Set<String>> different = new HashSet<>();
        for (TemplateText text : spellings.values()) {
            Set<String> gaps = new TreeSet<>(text.gaps());
            gaps.remove("hotline");
            different.add(gaps);
        }
        if (different.size() > 1) {
            faults.add(name + " has different placeholders in its languages: " + different);
        }
    }

    private void check(String name, Language language, TemplateText text) {
        String where = name + " in " + language.folder();
        String letters = text.letters();
        if (!placeholders.keySet().containsAll(text.gaps()) || letters.matches(".*[{}].*")) {
            faults.add(where + " has an unknown placeholder");
            return;
        }
        if (letters.isBlank() && text.gaps().isEmpty()) {
            faults.add(where + " is empty");
        }
        if (CONTROL.matcher(letters).find()) {
            faults.add(where + " holds a line break, a control or a direction mark");
        }
        if (ADDRESS.matcher(letters).find()
                || Unaccented.of(letters).toLowerCase(Locale.ROOT).contains("to cao")) {
            faults.add(where + " holds a web address or names a denunciation");
        }
        if (language != Language.VI && !PLAIN.matcher(letters).matches()) {
            faults.add(where + " holds a character that is not plain GSM 7-bit");
        }
        int most = language == Language.VI ? THREE_WIDE_PARTS : ONE_PART;
        int widest = text.widest(placeholders, language);
        if (widest > most) {
            faults.add(where + " may need " + widest + " characters, more than " + most);
        }
    }
}
