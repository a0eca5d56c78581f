package vn.mscore.hotline.desk.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.text.Keywords.Group;

/** Reads numbers, number words, yes and no. */
final class AnswerWords {
    private static final int MOST_BEHIND_A_NUMBER = 40;
    private static final int FEW_WORDS = 4;

    /** A code or a telephone number, no mark. */
    private static final String NUMBER_OF_SOMETHING = "[0-9]{6,}";

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
            case SURVEY_SCORE, SCORE_POINTS -> mark(words).or(() -> politely(without(Group.BEFORE_MARK, words)));
            case SATISFIED -> yesOrNo(words).or(() -> choice(words, MOST_BEHIND_A_NUMBER));
            case DID_YOU_MEAN -> yesOrNo(words).or(() -> choice(words, FEW_WORDS));
            case CHOOSE_DOSSIER -> choice(words, FEW_WORDS);
            case CHOOSE_SCORED -> choice(words, MOST_BEHIND_A_NUMBER);
            case KN_KIND -> choice(words, MOST_BEHIND_A_NUMBER).or(() -> named(words, Group.KIND, 0));
            case LOW_SCORE_REASON ->
                choice(words, MOST_BEHIND_A_NUMBER).or(() -> named(words, Group.REASON, FEW_WORDS));
        };
    }

    private Optional<Order> mark(Words words) {
        return points(words)
                .filter(points -> isAlone(words, points) && !words.at(0).matches(NUMBER_OF_SOMETHING))
                .map(points -> answer(points.value(), words, points.words()));
    }

    /** Behind polite words a mark stands alone, or is called one. */
    private Optional<Order> politely(Words words) {
        boolean called = words.at(1).equals("DIEM");
        return mark(words).filter(order -> called || order.words().isEmpty());
    }

    /** A number, with at most {@code most} words behind it, or the word of a number alone. */
    private Optional<Order> choice(Words all, int most) {
        Words words = without(Group.BEFORE_CHOICE, all);
        int named = words.size() == 1 ? keywords.list(Group.NUMBER).indexOf(words.at(0)) + 1 : 0;
        if (named > 0) {
            return Optional.of(answer(named, words, 1));
        }
        boolean number = words.at(0).matches("[0-9]{1,2}") && !isUnit(words.at(1));
        return number && words.size() <= most
                ? Optional.of(answer(Integer.parseInt(words.at(0)), words, 1))
                : Optional.empty();
    }

    /** A choice by its words instead of its number; words beside them are kept. */
    private Optional<Order> named(Words words, Group choices, int most) {
        String text = words.normal(0);
        List<String> names = keywords.list(choices);
        for (String name : names) {
            boolean begins = words.size() <= most && text.startsWith(name + " ") && !text.matches(".*[0-9].*");
            if (text.equals(name) || begins) {
                return Optional.of(Order.of(Verb.ANSWER, begins ? words.own(0) : "")
                        .withNumber(OptionalInt.of(names.indexOf(name) + 1)));
            }
        }
        return Optional.empty();
    }

    private Optional<Order> yesOrNo(Words all) {
        Words words = politeNo(all).orElse(all);
        if (keywords.list(Group.NO).contains(words.at(0))) {
            return isNoNo(words) ? Optional.empty() : Optional.of(answer(2, words, 1));
        }
        boolean pleased = words.normal(0).contains("HAI LONG");
        boolean yes = (pleased || keywords.list(Group.YES).contains(words.at(0)))
                && words.list(1).stream().allMatch(this::isYes)
                && (isYes(words.at(0)));
        return yes ? Optional.of(answer(1, words, words.size())) : Optional.empty();
    }

    /** "Không có ý kiến gì", "không nhận tin nữa". */
    private boolean isNoNo(Words words) {
        return keywords.list(Group.NO_BUT).stream().anyMatch(phrase -> {
            String bare = phrase.replace("*", "");
            boolean begins = (words.normal(1) + " ").startsWith(bare + " ");
            int taken = 1 + bare.split(" ").length;
            return begins && (phrase.endsWith("*") || words.list(taken).stream().allMatch(this::saysNoMore));
        });
    }

    private boolean saysNoMore(String word) {
        return isYes(word) || keywords.list(Group.TEXTS).contains(word);
    }

    /** "Dạ chưa ạ", "tôi không hài lòng": from the no on, when little else is said. */
    private Optional<Words> politeNo(Words all) {
        Words words = without(Group.BEFORE_NO, all);
        boolean notYet = keywords.list(Group.NOT_YET).contains(words.at(0));
        boolean no = notYet || keywords.list(Group.PLAIN_NO).contains(words.at(0));
        boolean little = words.list(1).stream().allMatch(this::isYes) || notYet && words.size() <= FEW_WORDS;
        return Optional.of(words).filter(from -> no && little);
    }

    /** "Chưa", "chưa xong" and, unless it may answer another question, "2": a no that needs only its subject. */
    boolean isLoneNo(Words all, boolean asked) {
        Words words = without(Group.BEFORE_CHOICE, without(Group.BEFORE_NO, all));
        boolean no = keywords.list(Group.NOT_YET).contains(words.at(0));
        return (no || !asked && words.at(0).equals("2"))
                && words.list(1).stream().allMatch(word -> no && isYes(word));
    }

    private boolean isYes(String word) {
        return keywords.list(Group.YES).contains(word)
                || keywords.list(Group.YES_REST).contains(word);
    }

    /** The same words without polite ones before a number; all of them when no number follows. */
    private Words without(Group before, Words words) {
        for (int i = 0; i < Math.min(words.size(), FEW_WORDS); i++) {
            if (!keywords.list(before).contains(words.at(i))) {
                return words.from(i);
            }
        }
        return words;
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
        // "8,5", "1 0" and "5 sao" are asked again: none is 8, 1 or 5 of 10.
        String next = words.at(skip + 1);
        boolean other =
                next.matches("[0-9]{1,2}") || keywords.list(Group.OTHER_SCALE).contains(next);
        boolean two = words.at(skip).matches("[0-9]+") && other;
        return value(words.at(skip))
                .map(value -> new Points(
                        two ? 0 : value, skip + (two || words.at(skip + 1).equals("DIEM") ? 2 : 1)));
    }

    /** Beside other words the word of a number is a mark only where it is called one, or ends the text: "hài lòng" is no 2. */
    Optional<Points> pointsIn(Words words) {
        boolean named = keywords.list(Group.NUMBER).contains(words.at(0))
                && !keywords.list(Group.NUMBER_WRITTEN).contains(words.spelled(0));
        return points(words).filter(points -> !named || points.words() > 1 || words.size() == 1);
    }

    private Optional<Integer> value(String word) {
        int named = keywords.list(Group.NUMBER).indexOf(word) + 1;
        if (named > 0) {
            return Optional.of(named);
        }
        if (!word.matches("-?[0-9]+([./][0-9]+)?(D|DIEM)?")) {
            return Optional.empty();
        }
        String number =
                word.replaceFirst("(D|DIEM)$", "").replaceFirst("/10$", "").replaceFirst("^0(?=[1-9]$)", "");
        boolean inRange =
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10").contains(number);
        return Optional.of(inRange ? Integer.parseInt(number) : 0);
    }
}
