package vn.mscore.hotline.complaint.secret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.mscore.hotline.privacy.Redactor;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Unaccented;

/** Whether words meant for others could tell who wrote: numbers, codes, exact times, the citizen's own phrases. Pure. */
final class SummaryCheck {
    private static final int QUOTED = 6;
    private static final Pattern HOUR = Pattern.compile("\\b\\d{1,2}\\s?(?:[:hH]|giờ|gio)\\s?\\d{0,2}\\b");
    private static final Pattern DAY = Pattern.compile("\\b\\d{1,2}[/.-]\\d{1,2}([/.-]\\d{2,4})?\\b");

    private SummaryCheck() {}

    /** What is wrong with {@code summary} of {@code words}, if anything. */
    static Optional<Reason> of(String summary, List<String> words) {
        if (!Redactor.mask(summary).equals(summary)
                || HOUR.matcher(summary).find()
                || DAY.matcher(summary).find()) {
            return Optional.of(Refusals.TELLS);
        }
        Set<String> own = words.stream().flatMap(text -> runs(text).stream()).collect(Collectors.toSet());
        return Refusals.unless(runs(summary).stream().noneMatch(own::contains), Refusals.QUOTES);
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
