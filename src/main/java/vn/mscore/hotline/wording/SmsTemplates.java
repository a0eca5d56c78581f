package vn.mscore.hotline.wording;

import java.util.Map;
import vn.mscore.hotline.shared.Language;

/**
 * The texts we send, one file per name and language under {@code sms-templates/}. One pass: a value holding braces stays
 * as it is. Values are cut to their budget at a word boundary so that the plain form fits one part.
 */
public interface SmsTemplates {
    /** Renders template {@code name} ({@code T01}..{@code T30} and the few others); throws for an unknown name or a missing value. */
    String render(String name, Language language, Map<String, String> values);
}
