package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.privacy.PlainSigns;
import vn.mscore.hotline.privacy.SpokenNumbers;

/** A citizen's words as a screen may show them: nothing that turns lines around, no towers of marks, no number of anybody. */
public final class Shown {
    /** Instead of the words of a case about an office that the viewer is related with. */
    public static final String WITHHELD = "Có liên quan: người khác xử lý / related: for a colleague";

    private static final int TITLE = 120;
    private static final String MARK = "\u25ab";
    private static final String COVER = "•• ••• ";
    private static final String HIDDEN_NUMBER = "[số đã che]";

    /** Zero, 84 or +84 and eight to ten more digits, however they are set apart; not inside a longer number. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{Nd}])(?:\\+?\\s?84|0)(?:[\\s.,_/()-]{0,3}\\p{Nd}){8,10}(?![\\p{Nd}])");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\\n\\t\\u200d]]+");
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private Shown() {}

    /** All words, without what would break a page; a mark stands where something unseen was taken out (security R30). */
    public static String words(String text) {
        return without(text.replace("\r\n", "\n"), MARK);
    }

    private static String without(String text, String mark) {
        return TOWER.matcher(UNSEEN.matcher(text).replaceAll(mark)).replaceAll("$1");
    }

    /**
     * As {@link #words}, telephone numbers covered as everywhere else: for operators, who may uncover them. Where unseen
     * letters stood inside a number no mark is left.
     */
    public static String masked(String text) {
        String marked = words(text);
        String bare = without(text, "");
        boolean hides =
                SpokenNumbers.whole(marked).size() < SpokenNumbers.whole(bare).size();
        return SpokenNumbers.masked(hides ? bare : marked);
    }

    /** The numbers that {@link #masked} covers, whole, in their order. */
    public static List<String> numbers(String text) {
        return SpokenNumbers.whole(without(text, ""));
    }

    /** Whether something is covered in {@code masked} words. */
    public static boolean isCovered(String masked) {
        return masked.contains(COVER);
    }

    /** Without marks, since unseen ones may stand inside a number; telephone numbers are covered: for everybody but operators. */
    public static String withoutNumbers(String text) {
        return cut(text, HIDDEN_NUMBER);
    }

    /** As {@link #withoutNumbers}, with nothing in their place: for an index of words. */
    public static String numbersCut(String text) {
        return cut(text, " ");
    }

    /** What operators see covered, and whatever else looks like a number: nobody here may uncover what was taken for one. */
    private static String cut(String text, String by) {
        String spoken = SpokenNumbers.replaced(without(text, ""), found -> by);
        String readable = PlainSigns.near(spoken);
        Matcher left = NUMBER.matcher(readable);
        return left.find() ? left.replaceAll(by) : spoken;
    }

    /** The beginning, on one line, at most 120 characters. */
    public static String title(String shown) {
        String line = shown.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= TITLE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, TITLE)).stripTrailing() + "…";
    }
}
