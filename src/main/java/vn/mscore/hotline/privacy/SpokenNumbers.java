package vn.mscore.hotline.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Unaccented;

/**
 * Telephone numbers of Vietnam in what a citizen wrote: mobile ones, those of eleven digits of before 2018 and landlines, with
 * the trunk zero or the country code, with dots, blanks, dashes and brackets. Days, sums and accounts are none. Pure.
 */
public final class SpokenNumbers {
    private static final String GAP = "[ .)\\-]{0,3}";
    private static final String NATIONAL = "(?:[12](?:" + GAP + "\\d){9}|[35789](?:" + GAP + "\\d){8})(?!\\d)";
    private static final Pattern ABROAD =
            Pattern.compile("\\(?(?:\\+ ?84|0084)" + GAP + "(?:\\(?0" + GAP + ")?" + NATIONAL);
    private static final Pattern AT_HOME = Pattern.compile("\\(?0" + GAP + NATIONAL);

    /** {@code 03.08.2026 14}: what begins like a day is one. */
    private static final Pattern DAY =
            Pattern.compile("0[1-9][ .\\-]{1,3}(?:0?[1-9]|1[0-2])[ .\\-]{1,3}(?:19|20)\\d{2}(?!\\d)");

    /** Groups of two may be a day and an hour: a number so written has the same sign between all. */
    private static final Pattern PAIRED = Pattern.compile("0\\d[ .\\-]{1,3}\\d{1,2}(?!\\d).*");

    private static final Pattern ACCOUNT =
            Pattern.compile("(?:\\bstk|\\btk|tai khoan|so the|the atm|the ngan hang|thẻ)(?<how>[^,;.\\n\\d]{0,20})$");
    private static final Pattern TELEPHONE = Pattern.compile(
            "\\b(?:goi|s?dt|dien thoai|phone|zalo|zalo ?pay|momo|viettel ?(?:pay|money)|vi dien tu|lien he|so may)\\b");

    /** Longer than any number with all its gaps. */
    private static final int LONGEST = 80;

    /** How far before a number the word for an account may stand. */
    private static final int BEFORE = 40;

    private SpokenNumbers() {}

    /**
     * A number where it stands.
     *
     * @param length how many characters of the text it takes
     */
    public record Spoken(int length, PhoneNumber number, String written) {
        /** All its digits: as one dials it, and as it was written when it has got another since. */
        public String whole() {
            String dialled = number.local();
            boolean same = written.replaceAll("\\D", "").endsWith(dialled.substring(1));
            return same ? dialled : written;
        }
    }

    private record Found(int start, Spoken spoken) {}

    /** {@code text} with every number covered: {@code 09•• ••• 678}. */
    public static String masked(String text) {
        return replaced(text, found -> found.number().masked());
    }

    /** {@code text} with what {@code by} makes of it in the place of every number. */
    public static String replaced(String text, Function<Spoken, String> by) {
        String near = PlainSigns.near(text);
        List<Found> all = found(near);
        return all.isEmpty() ? text : replaced(near, all, by);
    }

    private static String replaced(String text, List<Found> all, Function<Spoken, String> by) {
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        for (Found found : all) {
            replaced.append(text, at, found.start()).append(by.apply(found.spoken()));
            at = found.start() + found.spoken().length();
        }
        return replaced.append(text, at, text.length()).toString();
    }

    /** Every number in {@code text}, whole, in its order. */
    public static List<String> whole(String text) {
        return found(PlainSigns.near(text)).stream()
                .map(found -> found.spoken().whole())
                .toList();
    }

    private static List<Found> found(String text) {
        List<Found> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean inside = at > 0 && Character.isDigit(text.charAt(at)) && Character.isDigit(text.charAt(at - 1));
            Optional<Spoken> spoken = inside ? Optional.empty() : at(text, at);
            int start = at;
            spoken.ifPresent(one -> all.add(new Found(start, one)));
            at += spoken.map(Spoken::length).orElse(1);
        }
        return all;
    }

    /** The number that begins at {@code at} of text as {@link PlainSigns#near} leaves it; empty when none does. What stands before it is not looked at but for accounts. */
    public static Optional<Spoken> at(String text, int at) {
        char first = text.charAt(at);
        boolean begins = Character.isDigit(first) || first == '+' || first == '\uFF0B' || first == '(';
        return begins ? number(text, at) : Optional.empty();
    }

    private static Optional<Spoken> number(String text, int at) {
        String plain = PlainSigns.of(text.substring(at, Math.min(text.length(), at + LONGEST)));
        return read(ABROAD, plain)
                .or(() -> read(AT_HOME, plain).filter(found -> !isDay(plain.substring(0, found.length()))))
                .filter(found -> !isAccount(text.substring(Math.max(0, at - BEFORE), at)));
    }

    private static Optional<Spoken> read(Pattern shape, String plain) {
        Matcher found = shape.matcher(plain);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        String digits = found.group().replaceAll("\\D", "").replaceFirst("^(?:0084|84)0?", "0");
        return PhoneNumber.parse(digits)
                .filter(number -> number.isVietnameseMobile() || number.local().startsWith("02"))
                .map(number -> new Spoken(found.end(), number, found.group().strip()));
    }

    private static boolean isDay(String number) {
        String gaps = number.replaceAll("\\d+", "|");
        boolean mixed = gaps.replaceAll("^\\|", "")
                        .chars()
                        .filter(c -> c != '|')
                        .distinct()
                        .count()
                > 1;
        return DAY.matcher(number).lookingAt() || PAIRED.matcher(number).matches() && mixed;
    }

    private static boolean isAccount(String before) {
        String lower = before.toLowerCase(Locale.ROOT);
        return isAccountIn(lower) || isAccountIn(Unaccented.of(lower));
    }

    private static boolean isAccountIn(String before) {
        Matcher account = ACCOUNT.matcher(before);
        return account.find()
                && !TELEPHONE.matcher(Unaccented.of(account.group("how"))).find();
    }
}
