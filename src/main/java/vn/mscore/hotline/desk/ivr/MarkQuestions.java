package vn.mscore.hotline.desk.ivr;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The questions about a service, the same when somebody calls and when we ask (domain 5.5, 5.6). Pure. */
final class MarkQuestions {
    /** From here on downwards it is asked what was bad. */
    static final int LOW = 5;

    /** What an answer of {@link #reason} and of {@link #money} must not be told to anybody of the office. */
    static final int MONEY_REASON = 4;

    static final int MONEY_YES = 2;

    private static final int BEST = 10;
    private static final int KEYS = 6;
    private static final int VISITS = 99;

    private MarkQuestions() {}

    /** HOI_DIEM and XAC_NHAN_DIEM. */
    static Question mark(IntFunction<Step> confirmed) {
        return Question.of("hoi-diem")
                .entry(KEYS, "diem-sai", digits -> number(digits, 1, BEST).map(points -> confirm(points, confirmed)));
    }

    private static Step confirm(int points, IntFunction<Step> confirmed) {
        return Question.of(List.of(Said.of("xac-nhan-diem", "diem", Integer.toString(points))))
                .on("1", confirmed.apply(points))
                .on("2", talk -> mark(confirmed));
    }

    /** HOI_LY_DO: 1 slow, 2 attitude, 3 unclear, 4 money, 5 other. */
    static Question reason(IntFunction<Step> answered) {
        return keys("hoi-ly-do", 5, answered);
    }

    /** HOI_SO_LAN: 1 to 99, {@code #} alone for none; {@code 0} leads to a person as everywhere (domain 5.4). */
    static Question visits(IntFunction<Step> answered) {
        return Question.of("hoi-so-lan")
                .entry(KEYS, "bam-sai", digits -> number(digits, 1, VISITS).map(answered::apply))
                .hash(answered.apply(0));
    }

    /** HOI_HUONG_DAN: 1 clear, 2 not. */
    static Question clarity(IntFunction<Step> answered) {
        return keys("hoi-huong-dan", 2, answered);
    }

    /** HOI_THU_TIEN: 1 no, 2 yes, 3 no answer. */
    static Question money(IntFunction<Step> answered) {
        return keys("hoi-thu-tien", 3, answered);
    }

    private static Question keys(String prompt, int last, IntFunction<Step> answered) {
        Question question = Question.of(prompt);
        for (int key = 1; key <= last; key++) {
            question.on(Integer.toString(key), answered.apply(key));
        }
        return question;
    }

    /** The number keyed in; one that is out of range only because every key came twice is read once. */
    private static Optional<Integer> number(String digits, int least, int most) {
        return within(digits, least, most)
                .or(() -> DoubledKeys.single(digits).flatMap(once -> within(once, least, most)));
    }

    private static Optional<Integer> within(String digits, int least, int most) {
        return Optional.of(digits)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }
}
