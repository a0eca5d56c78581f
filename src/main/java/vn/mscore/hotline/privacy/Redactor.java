package vn.mscore.hotline.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks what could tell a person in any text meant for a log: telephone numbers, dossier codes, ticket numbers. Pure and,
 * with {@link PlainSigns}, self-contained, so that the formatter of the log lines can use it before anything else runs. Rather masks too much:
 * only runs of 16 and more digits (row ids), and dates and times, stay.
 */
public final class Redactor {
    /** {@code H50.15-260814-0012}, {@code 000.00.15.H50-210301-0001}, with any separator people type. */
    private static final Pattern DOSSIER_CODE = Pattern.compile(
            "(?i)\\b(?:\\d{1,3}[. ]){0,4}[A-Z]\\d{2}(?:[. ]\\d{1,3}){0,4}[-. /]\\d{6}[-. /]\\d{3,6}\\b");

    /** The keypad form of a code: day and serial number. */
    private static final Pattern SHORT_CODE = Pattern.compile("\\b\\d{6}[-/]\\d{3,6}\\b");

    /** National or international spelling with separators between the digits. */
    private static final Pattern SPACED_PHONE = Pattern.compile("(?<![\\p{L}\\d])(?<!\\d[:.\\-/])(?:\\+\\d{1,3}|\\(?0)"
            + "(?:[ .()\\-\\u2010-\\u2015]{0,2}\\d){7,11}(?!\\d)");

    /** Any other run of 7 to 15 digits: a number without its plus, a ticket, a PIN with its code. */
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(?<!\\d[.:])\\+?\\d{7,15}(?!\\d)");

    /** A ticket number with separators: {@code 26 00001 5}. */
    private static final Pattern SPACED_TICKET = Pattern.compile("\\b\\d{2}[ .-]\\d{5}[ .-]\\d\\b");

    private static final int FIRST_FOREIGN = 128;

    private Redactor() {}

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /**
     * {@code text} with everything personal masked, also where letters nobody sees or digits of another script stand in it: they
     * are gone or plain then. Null stays null.
     */
    public static String mask(String text) {
        String near = text == null ? "" : PlainSigns.near(text);
        if (near.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        String seen = near.chars().allMatch(c -> c < FIRST_FOREIGN) ? near : seen(near);
        String masked = masked(seen);
        return masked.equals(seen) ? text : masked;
    }

    private static String seen(String text) {
        StringBuilder seen = new StringBuilder(UNSEEN.matcher(text).replaceAll(""));
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            if (Character.isDigit(c)) {
                seen.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return seen.toString();
    }

    private static String masked(String text) {
        String masked = DOSSIER_CODE.matcher(text).replaceAll("[code]");
        masked = SHORT_CODE.matcher(masked).replaceAll("[code]");
        masked = SPACED_TICKET.matcher(masked).replaceAll("[ticket]");
        masked = SPACED_PHONE.matcher(masked).replaceAll(Redactor::number);
        return DIGITS.matcher(masked).replaceAll(Redactor::number);
    }

    private static String number(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        String head = match.group().startsWith("+") && digits.length() > 2 ? "+" + digits.substring(0, 2) : "";
        String tail = digits.length() >= 9 ? digits.substring(digits.length() - 3) : "";
        return head + "*****" + tail;
    }
}
