package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An office's words as they are said: short forms in full, numbers, days and hours as words, since a synthesiser reads "15"
 * as "mười năm" and a code as a quantity. What is left is letters and the stops that make pauses. Pure.
 */
@Singleton
class SpokenText {
    private static final int COLUMNS = 2;
    private static final int LONGEST_NUMBER = 12;
    private static final int DAY_AND_MONTH = 2;
    private static final String NUMBER = "(?<![\\p{L}\\d])";
    private static final Pattern DAY =
            Pattern.compile(NUMBER + "(?:ngày )?(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_OF_YEAR = Pattern.compile(
            "(?:ngày |(?<=(?:hôm|sáng|trưa|chiều|tối|từ|đến|trước|sau|vào|hạn|hẹn) ))(\\d{1,2})/(\\d{1,2})(?![\\d/])"
                    + "|ngày (\\d{1,2})-(\\d{1,2})(?=\\s*(?:[.,;:!?)]|$))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FULL_HOUR = Pattern.compile(NUMBER + "(\\d{1,2})h(?![\\p{L}\\d])");
    private static final Pattern FRACTION = Pattern.compile(NUMBER + "(\\d{1,3})/(\\d{1,3})(?![\\d/])");
    private static final Pattern RANGE = Pattern.compile(NUMBER + "(\\d{1,3})[-–](\\d{1,3})(?![\\d.-])");
    private static final Pattern DECIMAL = Pattern.compile("(\\d),(\\d{1,3})(?!\\d)");
    private static final Pattern HOUR = Pattern.compile(NUMBER + "(\\d{1,2})(?::|h|g)(\\d{2})(?!\\d)");
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}\\d.-])(?=[A-ZĐ.-]*\\d)[A-ZĐ\\d]+(?:[.-][A-ZĐ\\d]+)*[.-]\\d{4,}(?![\\p{L}\\d])");
    private static final Pattern GROUPED = Pattern.compile(NUMBER + "\\d{1,3}(?:\\.\\d{3})+(?![\\p{L}\\d])");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern UNSAID = Pattern.compile("[^\\p{L}.,;:?!\\s]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private final Map<String, String> shortForms = new LinkedHashMap<>();
    private final Pattern shortForm;
    private final PromptCatalogue catalogue;

    /** Takes short forms and the words of numbers from the Vietnamese pack. */
    @Inject
    SpokenText(PromptFolders folders, PromptCatalogue catalogue) {
        this.catalogue = catalogue;
        folders.rows("vi/short-forms.tsv").stream()
                .map(row -> row.split("\t"))
                .filter(column -> column.length == COLUMNS)
                .forEach(column -> shortForms.put(column[0], column[1]));
        this.shortForm = Pattern.compile(shortForms.keySet().stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));
    }

    /** As a person would read it aloud. */
    String aloud(String text) {
        String said = Normalizer.normalize(text, Normalizer.Form.NFC);
        said = replaced(said, shortForm, form -> shortForms.get(form.group()));
        said = replaced(said, DAY, day -> day(day).orElseGet(() -> oneByOne(day.group())));
        said = replaced(said, HOUR, hour -> hour(hour).orElseGet(() -> oneByOne(hour.group())));
        said = replaced(said, CODE, code -> oneByOne(code.group()));
        said = small(said);
        said = replaced(said, GROUPED, number -> number(number.group().replace(".", "")));
        said = replaced(said.replace("%", " phần trăm "), WHOLE, number -> " " + number(number.group()) + " ");
        return UNSAID.matcher(said)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,;:?!])", "$1")
                .strip();
    }

    /** Signs between two numbers are words: without them the 20th of August would be a 28. */
    private String small(String text) {
        String said = replaced(text, DAY_OF_YEAR, day -> dayOfYear(day).orElseGet(day::group));
        said = FULL_HOUR.matcher(said).replaceAll("$1 giờ");
        said = FRACTION.matcher(said).replaceAll("$1 trên $2");
        said = RANGE.matcher(said).replaceAll("$1 đến $2");
        return DECIMAL.matcher(said).replaceAll("$1 phẩy $2");
    }

    /** The same as bare words in lower case, to compare them. */
    List<String> words(String text) {
        String bare = NO_LETTER
                .matcher(aloud(text).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return bare.isEmpty() ? List.of() : List.of(bare.split(" "));
    }

    private static String replaced(String text, Pattern pattern, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }

    private Optional<String> day(MatchResult day) {
        String iso =
                "%s-%2s-%2s".formatted(day.group(3), day.group(2), day.group(1)).replace(' ', '0');
        return said(GapType.DATE, iso);
    }

    /** Any leap year does: it is not said. */
    private Optional<String> dayOfYear(MatchResult day) {
        int first = day.group(1) == null ? 3 : 1;
        String iso =
                "2000-%2s-%2s".formatted(day.group(first + 1), day.group(first)).replace(' ', '0');
        return said(GapType.DATE, iso, DAY_AND_MONTH);
    }

    private Optional<String> hour(MatchResult hour) {
        return said(
                GapType.TIME, "%2s:%s".formatted(hour.group(1), hour.group(2)).replace(' ', '0'));
    }

    private String number(String digits) {
        boolean counted = digits.length() <= LONGEST_NUMBER && (digits.length() == 1 || digits.charAt(0) != '0');
        return Optional.of(digits)
                .filter(all -> counted)
                .flatMap(all -> said(GapType.NUMBER, all))
                .orElseGet(() -> oneByOne(digits));
    }

    private String oneByOne(String code) {
        return code.codePoints()
                .mapToObj(Character::toString)
                .map(one -> said(GapType.DIGITS, one).orElse(Character.isLetter(one.codePointAt(0)) ? one : ","))
                .collect(Collectors.joining(" "));
    }

    private Optional<String> said(GapType type, String value) {
        return said(type, value, Integer.MAX_VALUE);
    }

    private Optional<String> said(GapType type, String value, int most) {
        Habit habit = catalogue.pack(PromptCatalogue.VIETNAMESE).habit();
        return type.sounds(value, habit).map(sounds -> sounds.stream()
                .limit(most)
                .map(sound ->
                        catalogue.text(PromptCatalogue.VIETNAMESE + "/" + sound).orElse(""))
                .collect(Collectors.joining(" ")));
    }
}
