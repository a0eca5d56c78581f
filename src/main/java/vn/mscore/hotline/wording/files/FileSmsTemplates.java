package vn.mscore.hotline.wording.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.wording.SmsTemplates;

/**
 * The texts of {@code sms-templates/}, checked at start. The deployer may replace single files in a folder of the same
 * layout (setting {@code hotline.templates}) and chooses the number people call ({@code hotline.number}).
 */
@Singleton
public class FileSmsTemplates implements SmsTemplates {
    private static final Logger LOG = Logger.getLogger(FileSmsTemplates.class.getName());
    private static final int ONE_PART = 160;
    private static final int THREE_PARTS = 459;
    private static final int SHORTEST_ECHO = 40;
    private static final int THREE_WIDE_PARTS = 201;

    private final String hotline;
    private final Map<String, Placeholder> placeholders;
    private final List<String> names;
    private final Map<Language, Map<String, TemplateText>> packed = new EnumMap<>(Language.class);
    private volatile Map<Language, Map<String, TemplateText>> texts = packed;

    /** Loads and checks every packed text; refuses the start naming each fault. */
    @Inject
    public FileSmsTemplates(Settings settings) {
        hotline = settings.text("hotline.number").map(String::trim).orElse("18008081");
        Settings.WrongSetting.unless(hotline.matches("[0-9]{3,11}"), "hotline.number", "must be 3 to 11 digits");
        TemplateFiles files =
                new TemplateFiles(settings.text("hotline.templates").map(Path::of));
        placeholders = Placeholder.read(files.rows("placeholders.tsv"));
        placeholders.put("hotline", new Placeholder("hotline", hotline.length(), hotline.length(), false));
        names = files.rows("names.tsv").stream().map(row -> row.split("\t")[0]).toList();
        for (Language language : Language.values()) {
            packed.put(language, files.texts(language));
        }
        List<String> faults = TemplateRules.ofNew(placeholders).faults(packed);
        files.strangers(packed.get(Language.VI).keySet()).forEach(file -> faults.add("no text is called " + file));
        if (!faults.isEmpty()) {
            throw new Settings.WrongSetting("hotline.templates", "cannot be used: " + String.join("; ", faults));
        }
    }

    /** Texts in place of the packed ones; a text that the rules refuse in one of its spellings is left as packed. */
    void lay(Map<Language, Map<String, String>> over) {
        Map<Language, Map<String, TemplateText>> laid = new EnumMap<>(Language.class);
        packed.forEach((language, all) -> laid.put(language, new HashMap<>(all)));
        Set<String> written = new TreeSet<>();
        over.values().forEach(all -> written.addAll(all.keySet()));
        written.retainAll(packed.get(Language.VI).keySet());
        for (String name : written) {
            Map<Language, Map<String, TemplateText>> spellings = new EnumMap<>(Language.class);
            packed.forEach((language, all) -> spellings.put(language, Map.of(name, spelling(over, language, name))));
            if (new TemplateRules(placeholders).faults(spellings).isEmpty()) {
                spellings.forEach((language, one) -> laid.get(language).putAll(one));
            } else {
                LOG.log(
                        Level.WARNING,
                        "the text {0} as it was written breaks the rules of this version; the packed one is used",
                        name);
            }
        }
        texts = laid;
    }

    private TemplateText spelling(Map<Language, Map<String, String>> over, Language language, String name) {
        return Optional.ofNullable(over.getOrDefault(language, Map.of()).get(name))
                .map(TemplateText::new)
                .orElseGet(() -> packed.get(language).get(name));
    }

    /** Names of the whole messages. */
    List<String> names() {
        return names;
    }

    String text(Language language, String name) {
        return texts.get(language).get(name).text();
    }

    String packed(Language language, String name) {
        return packed.get(language).get(name).text();
    }

    boolean isRewritten(Language language, String name) {
        return !text(language, name).equals(packed(language, name));
    }

    /** What the rules say of one text in all its spellings. */
    List<String> faults(String name, Map<Language, String> spellings) {
        Map<Language, Map<String, TemplateText>> only = new EnumMap<>(Language.class);
        spellings.forEach((language, text) -> only.put(language, Map.of(name, new TemplateText(text))));
        return TemplateRules.ofNew(placeholders).faults(only);
    }

    /** The text with the longest values its gaps may hold. */
    String widest(Language language, String text) {
        return new TemplateText(text)
                .fill(gap -> "x".repeat(placeholders.get(gap).budget(language)));
    }

    /** Values are cut to their budget only when the text would not fit with them whole. */
    @Override
    public String render(String name, Language language, Map<String, String> values) {
        Language spoken = language == null ? Language.VI_PLAIN : language;
        String text = fill(name, spoken, values, false);
        if (text.length() > (spoken == Language.VI ? THREE_WIDE_PARTS : ONE_PART)) {
            text = fill(name, spoken, values, true);
        }
        if (spoken == Language.VI && text.length() > THREE_WIDE_PARTS) {
            return render(name, Language.VI_PLAIN, values);
        }
        return text.length() <= THREE_PARTS ? text : text.substring(0, text.lastIndexOf(' ', THREE_PARTS));
    }

    @Override
    public String whole(String name, Language language, Map<String, String> values) {
        return fill(name, language == null ? Language.VI_PLAIN : language, values, false);
    }

    @Override
    public boolean isOurs(String text) {
        String bare = text.strip();
        return bare.length() >= SHORTEST_ECHO
                && bare.length() <= THREE_PARTS
                && texts.values().stream().anyMatch(all -> all.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().startsWith("T")
                                && entry.getValue().matches(bare)));
    }

    private String fill(String name, Language language, Map<String, String> values, boolean cut) {
        TemplateText text = texts.get(language).get(name);
        Require.that(text != null, "no text is called " + name);
        return text.fill(gap -> {
            String whole = gap.equals("hotline") ? hotline : TemplateText.printable(value(name, gap, values), language);
            return cut ? placeholders.get(gap).fit(whole, language) : whole;
        });
    }

    private static String value(String name, String gap, Map<String, String> values) {
        String value = values.get(gap);
        Require.that(value != null, "text " + name + " needs a value for " + gap);
        return value;
    }
}
