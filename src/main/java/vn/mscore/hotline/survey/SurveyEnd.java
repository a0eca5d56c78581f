package vn.mscore.hotline.survey;

/** What came of a survey call (domain 5.6). */
public enum SurveyEnd {
    /** Hoàn tất: every question was put to the end. */
    COMPLETE,
    /** Dở dang: somebody answered and hung up on the way; what was answered counts. */
    PARTIAL,
    /** Bận, at the last try. */
    BUSY,
    /** Không nghe, at the last try. */
    NO_ANSWER,
    /** Sai số: the number does not exist or cannot be reached. */
    WRONG_NUMBER,
    /** Từ chối: wants no such call again. */
    REFUSED,
    /** Hẹn lại: asked to be called later. At the last try it stays this. */
    CALL_LATER,
    /** Không phải người làm hồ sơ. */
    NOT_APPLICANT,
    /** Has given a mark in another way meanwhile. */
    SCORED,
    /** The days in which to ask went by, or the exchange could not ring. */
    EXPIRED
}
