package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.wording.SmsTemplates;

/** Dates, names and single words as they go into our texts. */
@Singleton
public class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM");

    private final SmsTemplates templates;

    /** Takes words from the same files as the templates. */
    @Inject
    public Phrases(SmsTemplates templates) {
        this.templates = templates;
    }

    /** A word of {@code words.tsv}. */
    public String word(String name, Language language, Map<String, String> values) {
        return templates.render(name, language, values);
    }

    /** A word without values. */
    public String word(String name, Language language) {
        return word(name, language, Map.of());
    }

    /** An office, by its short name unless the text has room and diacritics. */
    public String office(UnitName office, Language language) {
        return language == Language.VI ? office.full() : office.ascii();
    }

    /** {@code dd/mm/yyyy}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code dd/mm}. */
    public String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }
}
