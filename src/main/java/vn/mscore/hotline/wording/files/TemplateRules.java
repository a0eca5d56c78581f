package vn.mscore.hotline.wording.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.Unaccented;

/** What must hold of the texts before the gateway starts; every fault is told at once. */
final class TemplateRules {
    /** Printable ASCII that costs one septet and that no aggregator refuses (3GPP TS 23.038 6.2.1). */
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^#&\\[\\]{}~\\\\|^`]]*");

    /** Of new texts: letters and signs of Vietnamese texts that telephones show: one UTF-16 unit each, no symbols, no pictures. */
    private static final Pattern VIETNAMESE =
            Pattern.compile("[ -~\\u00A0-\\u024F\\u0300-\\u036F\\u1E00-\\u1EFF\\u2010-\\u2027\\u20AB\\u20AC]*");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.");
    private static final int ONE_PART = 160;
    /** Three parts of 67 UCS-2 characters. */
    private static final int THREE_WIDE_PARTS = 201;

    private final Map<String, Placeholder> placeholders;
    private final Map<Language, Pattern> signs = new EnumMap<>(
            Map.of(Language.VI, Pattern.compile(".*", Pattern.DOTALL), Language.VI_PLAIN, PLAIN, Language.EN, PLAIN));
    private final List<String> faults = new ArrayList<>();

    TemplateRules(Map<String, Placeholder> placeholders) {
        this.placeholders = placeholders;
    }

    /** The same for texts that are about to be written: what is in use already may hold signs that we would advise against. */
    static TemplateRules ofNew(Map<String, Placeholder> placeholders) {
        TemplateRules rules = new TemplateRules(placeholders);
        rules.signs.put(Language.VI, VIETNAMESE);
        return rules;
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
                    fault(name + " thiếu " + spelling(language), name + " is missing in " + language.folder());
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
            fault(
                    name + " có chỗ điền khác nhau giữa các bản: " + different,
                    name + " has different placeholders in its languages: " + different);
        }
    }

    private void check(String name, Language language, TemplateText text) {
        String vi = name + ", " + spelling(language) + ": ";
        String en = name + " in " + language.folder();
        String letters = text.letters();
        if (!placeholders.keySet().containsAll(text.gaps()) || letters.matches(".*[{}].*")) {
            fault(vi + "có chỗ điền {...} không có trong danh sách", en + " has an unknown placeholder");
            return;
        }
        if (letters.isBlank() && text.gaps().isEmpty()) {
            fault(vi + "để trống", en + " is empty");
        }
        if (CONTROL.matcher(letters).find()) {
            fault(
                    vi + "có xuống dòng, ký tự điều khiển hoặc dấu đổi chiều chữ",
                    en + " holds a line break, a control or a direction mark");
        }
        if (ADDRESS.matcher(letters).find()
                || Unaccented.of(letters).toLowerCase(Locale.ROOT).contains("to cao")) {
            fault(vi + "có địa chỉ web hoặc nhắc tới tố cáo", en + " holds a web address or names a denunciation");
        }
        strange(signs.get(language), letters)
                .ifPresent(sign -> fault(
                        vi + "có ký tự tin nhắn không gửi tốt: " + sign,
                        en + " holds a character that is not "
                                + (language == Language.VI ? "one of Vietnamese texts: " : "plain GSM 7-bit: ")
                                + sign));
        length(vi, en, language, text);
    }

    private void length(String vi, String en, Language language, TemplateText text) {
        int most = language == Language.VI ? THREE_WIDE_PARTS : ONE_PART;
        int widest = text.widest(placeholders, language);
        if (widest > most) {
            fault(
                    vi + "có thể cần " + widest + " ký tự, quá " + most,
                    en + " may need " + widest + " characters, more than " + most);
        }
    }

    /** The first sign that is not among {@code known}, as people and as tables call it. */
    private static Optional<String> strange(Pattern known, String letters) {
        return letters.codePoints()
                .filter(sign -> !CONTROL.matcher(Character.toString(sign)).matches())
                .filter(sign -> !known.matcher(Character.toString(sign)).matches())
                .mapToObj(sign -> "%s (U+%04X)".formatted(Character.toString(sign), sign))
                .findFirst();
    }

    private static String spelling(Language language) {
        return switch (language) {
            case VI -> "bản có dấu";
            case VI_PLAIN -> "bản không dấu";
            case EN -> "bản tiếng Anh";
        };
    }

    private void fault(String vi, String en) {
        faults.add(vi + " / " + en);
    }
}
