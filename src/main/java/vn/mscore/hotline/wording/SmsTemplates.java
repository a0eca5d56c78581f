package vn.mscore.hotline.wording;

import java.util.Map;
import vn.mscore.hotline.shared.Language;

/**
 * The texts we send, one file per name and language under {@code sms-templates/}. One pass: a value holding braces stays
 * as it is. Values are cut to their budget at a word boundary so that the plain form fits one part.
 */
public interface SmsTemplates {
    /**
     * Renders template {@code name}: one of {@code sms-templates/names.tsv}, or a word of {@code words.tsv} such as
     * {@code status.PROCESSING}. The number people call needs no value. Throws for an unknown name or a missing value.
     *
     * @param language null falls to Vietnamese without diacritics
     * @param values by the names of {@code sms-templates/placeholders.tsv}; others are ignored
     */
    String render(String name, Language language, Map<String, String> values);

    /** As {@link #render}, with every value whole: for texts that carry what somebody must read to its end. */
    String whole(String name, Language language, Map<String, String> values);

    /** Whether {@code text} is one of our texts, whatever its values: an echo must never be answered. */
    boolean isOurs(String text);
}
