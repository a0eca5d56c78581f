package vn.mscore.hotline.complaint.secret;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.mscore.hotline.privacy.PlainSigns;
import vn.mscore.hotline.privacy.Redactor;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Unaccented;

/** Whether words meant for others could tell who wrote: numbers, codes, exact times, the citizen's own phrases. Pure. */
final class SummaryCheck {
    private static final int QUOTED = 6;
    private static final String TIMES =
            "(?!\\s+(?:lần|lan|lượt|luot|người|nguoi|buổi|buoi|tiếng|tieng|triệu|trieu|hồ sơ|ho so))";

    private static final String DAY = "thứ\\s?(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)";
    /** Before {@code thứ hai} it is an ordinal, unless a word for a time follows. */
    private static final String COUNTED = "(?<!(?<!\\p{L})(?:lần|bên|người|(?<!phục\\s{1,3})vụ)\\s{1,3})";

    /** What other words would be without their accents: {@code thứ hai} is a day, {@code thu hai} may be a sum. */
    private static final List<Pattern> ACCENTED = List.of(
            whole(COUNTED + DAY),
            whole(DAY + "\\s+(?:tuần|vừa|ngày|hôm)"),
            whole("(?:chủ|chúa)\\s+nhật"),
            whole("(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\\s+giờ"),
            whole("(?:mùng|mồng|rằm)\\s+(?:\\d{1,2}|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười)"),
            whole("tháng\\s+(?:giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười)" + TIMES),
            whole("(?:hôm|sáng|trưa|chiều|tối|đêm)\\s+(?:qua|nay|kia)"));

    private static final List<Pattern> PLAIN = List.of(
            whole("\\d{1,2}\\s?(?:(?:h|gio)(?!\\p{L})|:\\s?\\d{2}).*"),
            whole("(?:mot|hai|ba|bon|tam|chin|muoi)\\s+gio"),
            whole("\\d{1,2}[/.-]\\d{1,2}([/.-]\\d{2,4})?"),
            whole("mung\\s+\\d{1,2}"),
            whole("ngay\\s+\\d{1,2}" + TIMES),
            whole("thang\\s+(?:\\d{1,2}|gieng|chap|tu|bay|tam|chin|muoi)" + TIMES),
            whole("(?:sang|trua|chieu|toi|dem|ngay|hom)\\s+(?:thu\\s?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|cn)"),
            whole("chu\\s+nhat"),
            whole("(?:hom|sang|trua|chieu|dem)\\s+(?:qua|nay|kia)"));

    private SummaryCheck() {}

    /** What is wrong with {@code summary} of {@code words}, if anything. */
    static Optional<Reason> of(String summary, List<String> words) {
        if (!Redactor.mask(summary).equals(summary) || tellsWhen(seen(summary))) {
            return Optional.of(Refusals.TELLS);
        }
        Set<String> own = words.stream().flatMap(text -> runs(text).stream()).collect(Collectors.toSet());
        return Refusals.unless(runs(summary).stream().noneMatch(own::contains), Refusals.QUOTES);
    }

    /** Without letters nobody sees, signs of any script as ours, in small letters. */
    private static String seen(String text) {
        String whole = Normalizer.normalize(text.replaceAll("\\p{Cf}+", ""), Normalizer.Form.NFKC);
        return PlainSigns.of(whole).toLowerCase(Locale.ROOT);
    }

    private static boolean tellsWhen(String seen) {
        String plain = Unaccented.of(seen);
        return ACCENTED.stream().anyMatch(time -> time.matcher(seen).find())
                || PLAIN.stream().anyMatch(time -> time.matcher(plain).find());
    }

    private static Pattern whole(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{Nd}])(?:" + words + ")(?![\\p{L}\\p{Nd}])", Pattern.DOTALL);
    }

    private static Set<String> runs(String text) {
        List<String> plain = Arrays.stream(
                        Unaccented.of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return IntStream.rangeClosed(0, plain.size() - QUOTED)
                .mapToObj(i -> String.join(" ", plain.subList(i, i + QUOTED)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
