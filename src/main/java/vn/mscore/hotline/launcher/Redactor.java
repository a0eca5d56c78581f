package vn.mscore.hotline.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what could name a citizen in a log line: phone numbers as {@code +84*****123}, dossier codes as the agency's
 * part. The last belt: rooms are not to log such things at all.
 */
final class Redactor {
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9A-Za-z.])(\\+84|0084|84|0)([1-9][0-9]{5,7})([0-9]{3})(?![0-9A-Za-z])");
    private static final Pattern FOREIGN = Pattern.compile("(\\+[1-9][0-9])([0-9]{4,9})([0-9]{3})(?![0-9])");
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Za-z.])([A-Z0-9.]{2,36})[-/. ][0-9]{6}[-/. ][0-9]{3,6}(?![0-9A-Za-z])");

    private Redactor() {}

    static String mask(String text) {
        String masked = CODE.matcher(text).replaceAll("$1-***");
        masked = PHONE.matcher(masked).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + "*****" + m.group(3)));
        return FOREIGN.matcher(masked).replaceAll("$1*****$3");
    }
}
