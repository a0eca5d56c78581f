package vn.mscore.hotline.wording.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whole numbers from 0 to 10^12 as sounds. Numbers below 100 are one sound each, so that "hai mươi mốt" sounds like one
 * word; larger ones go by groups of three digits: empty groups are left out, and a later group names its empty hundreds
 * ("một nghìn không trăm linh năm"). Pure.
 */
final class VietnameseNumber {
    /** One thousand billions. */
    static final long MOST = 1_000_000_000_000L;

    private static final long BILLION = 1_000_000_000;
    private static final int MILLION = 1_000_000;
    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final int FOUR = 4;

    private final Habit habit;
    private final List<String> said = new ArrayList<>();

    private VietnameseNumber(Habit habit) {
        this.habit = habit;
    }

    /** The sounds of {@code number}; empty when it cannot be said. */
    static Optional<List<String>> sounds(long number, Habit habit) {
        if (number < 0 || number > MOST) {
            return Optional.empty();
        }
        VietnameseNumber speaker = new VietnameseNumber(habit);
        speaker.all(number);
        return Optional.of(speaker.said);
    }

    private void all(long number) {
        if (number < HUNDRED) {
            tens((int) number);
            return;
        }
        long billions = number / BILLION;
        if (billions > 0) {
            all(billions);
            say("ty");
        }
        int rest = (int) (number % BILLION);
        group(rest / MILLION, "trieu");
        group(rest / THOUSAND % THOUSAND, habit.thousand());
        group(rest % THOUSAND, "");
    }

    private void group(int three, String scale) {
        if (three == 0) {
            return;
        }
        boolean later = !said.isEmpty();
        int hundreds = three / HUNDRED;
        if (hundreds > 0) {
            say(Integer.toString(hundreds));
            say("tram");
        } else if (later) {
            say("khong-tram");
        }
        int rest = three % HUNDRED;
        if (rest > 0 && rest < TEN && (hundreds > 0 || later)) {
            say(habit.odd());
        }
        if (rest > 0) {
            tens(rest);
        }
        if (!scale.isEmpty()) {
            say(scale);
        }
    }

    private void tens(int number) {
        boolean four = number % TEN == FOUR && number > 2 * TEN;
        say(four && habit.plainFour() ? number + "-bon" : Integer.toString(number));
    }

    private void say(String word) {
        said.add("so/" + word);
    }
}
