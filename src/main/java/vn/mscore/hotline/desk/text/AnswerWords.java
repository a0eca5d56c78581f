package vn.mscore.hotline.desk.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.text.Keywords.Group;

/** Reads numbers, number words, yes and no. */
final class AnswerWords {
    private static final int MOST_BEHIND_A_NUMBER = 40;

    private final Keywords keywords;

    AnswerWords(Keywords keywords) {
        this.keywords = keywords;
    }

    /** A mark and how many words it took. */
    record Points(int value, int words) {}

    /** The text as an answer to the open question; empty when it is something else. */
    Optional<Order> read(Words words, Question.Kind open) {
        return switch (open) {
            case FEEDBACK_TEXT -> Optional.empty();
            case SURVEY_SCORE, SCORE_POINTS ->
                points(words)
                        .filter(points -> isAlone(words, points))
                        .map(points -> answer(points.value(), words, points.words()));
            case SATISFIED, DID_YOU_MEAN -> yesOrNo(words).or(() -> choice(words));
            case LOW_SCORE_REASON, KN_KIND, CHOOSE_DOSSIER, CHOOSE_SCORED -> choice(words);
        };
    }

    private Optional<Order> choice(Words words) {
        boolean number = words.at(0).matches("[0-9]{1,2}") && !isUnit(words.at(1));
        return number && words.size() <= MOST_BEHIND_A_NUMBER
                ? Optional.of(answer(Integer.parseInt(words.at(0)), words, 1))
                : Optional.empty();
    }

    private Optional<Order> yesOrNo(Words words) {
        if (keywords.list(Group.NO).contains(words.at(0))) {
            return Optional.of(answer(2, words, 1));
        }
        boolean yes = keywords.list(Group.YES).contains(words.at(0)) && words.size() <= 4;
        return yes ? Optional.of(answer(1, words, 1)) : Optional.empty();
    }

    private static Order answer(int number, Words words, int taken) {
        return Order.of(Verb.ANSWER, words.own(taken)).withNumber(OptionalInt.of(number));
    }

    private boolean isAlone(Words words, Points points) {
        boolean digits = Character.isDigit(words.at(0).charAt(0)) || words.at(0).startsWith("-");
        return !isUnit(words.at(points.words())) && (digits || words.size() == points.words());
    }

    private boolean isUnit(String word) {
        return keywords.list(Group.UNIT).contains(word);
    }

    /** A mark at the beginning: {@code 8}, {@code 10/10}, {@code 8 DIEM}, {@code DIEM 8}, {@code TAM DIEM}; 0 when out of range. */
    Optional<Points> points(Words words) {
        int skip = words.at(0).equals("DIEM") ? 1 : 0;
        return value(words.at(skip))
                .map(value -> new Points(value, skip + (words.at(skip + 1).equals("DIEM") ? 2 : 1)));
    }

    private Optional<Integer> value(String word) {
        int named = keywords.list(Group.NUMBER).indexOf(word) + 1;
        if (named > 0) {
            return Optional.of(named);
        }
        if (!word.matches("-?[0-9]+([./][0-9]+)?")) {
            return Optional.empty();
        }
        String number = word.endsWith("/10") ? word.substring(0, word.length() - 3) : word;
        boolean inRange =
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10").contains(number);
        return Optional.of(inRange ? Integer.parseInt(number) : 0);
    }
}
