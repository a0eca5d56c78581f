package vn.mscore.hotline.survey;

/** What a survey call asks, in this order (domain 5.6). A free remark is a recording and belongs to the complaints. */
public enum SurveyQuestion {
    /** The mark, 1 to the best one of {@code hotline.score.scale}. */
    SCORE(10),
    /** How often one had to come, 0 to 99. */
    VISITS(99),
    /** Whether the guidance was clear: 1 yes, 2 no. */
    CLARITY(2),
    /** What was bad, asked for low marks: 1 slow, 2 attitude, 3 unclear, 4 money, 5 other. */
    REASON(5),
    /** Money without a receipt: 1 no, 2 yes, 3 no answer. What is said of it belongs to the sealed lane. */
    MONEY(3);

    private final int most;

    SurveyQuestion(int most) {
        this.most = most;
    }

    /** Whether {@code answer} is one of this question's. */
    public boolean takes(int answer) {
        return answer <= most && answer >= (this == VISITS ? 0 : 1);
    }
}
