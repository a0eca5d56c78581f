package vn.mscore.hotline.wording.speech;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sounds that numbers, days and hours are made of; every Vietnamese catalogue has them. */
final class SpokenWords {
    private static final int HUNDRED = 100;
    private static final int DAYS = 31;
    private static final int MONTHS = 12;

    /** Their names without the pack. */
    static final List<String> ALL = Stream.of(
                    numbers(0, HUNDRED - 1, "so/"),
                    IntStream.rangeClosed(2, 9).mapToObj(ten -> "so/" + ten + "4-bon"),
                    Stream.of("tram", "khong-tram", "linh", "le", "nghin", "ngan", "trieu", "ty", "nam", "gio")
                            .map(word -> "so/" + word),
                    numbers(1, DAYS, "so/ngay-"),
                    numbers(1, MONTHS, "so/thang-"),
                    Stream.of(GapType.PAUSE))
            .flatMap(words -> words)
            .toList();

    private SpokenWords() {}

    private static Stream<String> numbers(int from, int to, String before) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> before + number);
    }
}
