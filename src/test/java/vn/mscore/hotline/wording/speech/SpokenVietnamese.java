package vn.mscore.hotline.wording.speech;

import java.time.LocalDate;
import java.util.Map;

/**
 * The independent second formulation of how numbers are said, for tests only: it writes the number out as a school child
 * does, digit by digit with its place, and then repairs the text by the rules of the spelling books. It shares no step with
 * {@link VietnameseNumber}, which composes groups.
 */
final class SpokenVietnamese {
    private static final String[] DIGIT = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] PLACE = {"", " mươi", " trăm"};
    private static final String[] CLASS = {"", " nghìn", " triệu", " tỷ", " nghìn tỷ"};

    private SpokenVietnamese() {}

    /** In the north's way of speaking. */
    static String number(long number) {
        if (number == 0) {
            return "không";
        }
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            text.append(' ').append(DIGIT[digits.charAt(i) - '0']).append(PLACE[place % 3]);
            if (place % 3 == 0) {
                text.append(CLASS[place / 3]).append(" |");
            }
        }
        return repaired(text.toString());
    }

    private static String repaired(String written) {
        String text = written + " ";
        // A class of three noughts is not named.
        text = text.replaceAll(" không trăm không mươi không( nghìn tỷ| tỷ| triệu| nghìn)? \\|", "");
        text = text.replace(" |", "");
        // Nought tens and nought units are not said; nought tens before a unit are "linh".
        text = text.replace(" không mươi không", "")
                .replace(" không mươi", " linh")
                .replace(" mươi không", " mươi");
        text = text.replace(" một mươi", " mười");
        // After ten the five, after tens the one, the four and the five change their sound.
        text = text.replaceAll("(mười|mươi) năm ", "$1 lăm ").replaceAll("mươi một ", "mươi mốt ");
        return text.replaceAll("mươi bốn ", "mươi tư ").strip();
    }

    private static final Map<Integer, String> FIRST_DAYS = Map.of(
            1,
            "mùng một",
            2,
            "mùng hai",
            3,
            "mùng ba",
            4,
            "mùng bốn",
            5,
            "mùng năm",
            6,
            "mùng sáu",
            7,
            "mùng bảy",
            8,
            "mùng tám",
            9,
            "mùng chín",
            10,
            "mùng mười");

    private static final String[] MONTH = "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai".split(" ");

    /** A day with its month and year. */
    static String date(LocalDate day) {
        return "ngày "
                + FIRST_DAYS.getOrDefault(day.getDayOfMonth(), number(day.getDayOfMonth()))
                + " tháng " + MONTH[day.getMonthValue() - 1].replace('_', ' ')
                + " năm " + number(day.getYear());
    }
}
