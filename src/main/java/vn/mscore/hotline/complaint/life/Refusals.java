package vn.mscore.hotline.complaint.life;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.shared.Reason;

/** Why commands are refused, in both languages. */
public final class Refusals {
    static final Reason NOT_YOURS = reason("case.not-yours", "việc này không thuộc quyền của bạn / not your task");
    static final Reason UNKNOWN = reason("case.unknown", "không có phiếu này / there is no such case");
    /** Somebody changed the case since it was read. */
    public static final Reason MOVED_ON = new Reason(
            "case.moved-on",
            "Có người đã thay đổi vụ việc này trước bạn. Chưa có gì của bạn được ghi."
                    + " / Somebody changed this case before you. Nothing of yours was written.");

    static final Reason STATE =
            reason("case.state", "phiếu đang ở bước khác, không làm được việc này / not possible in this state");
    /** Something of this case waits for its undo window. */
    public static final Reason PENDING = reason(
            "case.pending", "một quyết định đang chờ gửi, hoàn tác trước đã / a decision still waits, undo it first");

    static final Reason WORDS = reason("case.words", "thiếu nội dung hoặc quá dài / a text is missing or too long");
    static final Reason BLANK = reason("case.blank", "còn chỗ trống {...} chưa điền / a blank {...} is not filled in");
    static final Reason OTHER_MERGED = reason(
            "case.other-merged", "phiếu kia đã gộp vào phiếu khác / the other case is merged into another itself");
    static final Reason OTHER_ENDED = reason(
            "case.other-ended",
            "phiếu kia đã có trả lời hoặc đã kết thúc, không gộp vào được"
                    + " / the other case is answered or has ended, nothing joins it");
    static final Reason OTHER = reason("case.other", "không dùng được phiếu kia / the other case cannot be used");
    /** Nothing of it is left to work on. */
    public static final Reason ERASED = reason(
            "case.erased",
            "nội dung phiếu đã xóa vì hết thời hạn lưu giữ, không làm lại được"
                    + " / its words were erased, their time was over: it is not taken up again");

    private static final Reason REASON_TOO_LONG = reason(
            "case.reason-parts",
            "lý do dài quá số tin cho phép, không tin nào được gửi / the reason is more texts than allowed, none is sent");
    private static final int LONGEST = 4000;
    private static final Pattern LEFT_BLANK = Pattern.compile("\\{[^{}]{1,40}}");

    private Refusals() {}

    private static Reason reason(String code, String sentence) {
        return new Reason(code, sentence);
    }

    /** Only a case that is worked on takes in another: an answer that was given is none to who came after it. */
    static Optional<Reason> joining(Complaint second) {
        return unless(second.state() != State.TRUNG, OTHER_MERGED)
                .or(() -> unless(second.state().isWorkedOn(), OTHER_ENDED));
    }

    /** What nobody withdraws by telephone: khiếu nại and what is urgent. */
    static boolean stays(Complaint complaint) {
        return complaint.kind() == ComplaintKind.COMPLAINT || complaint.urgent();
    }

    /** What was reopened and is with an office is that office's; the desk ends or stops only what it has itself. */
    public static Optional<Reason> withAnOffice(Held held) {
        boolean above = held.complaint().state() == State.MO_LAI
                && held.complaint().unit().isPresent();
        return unless(!above, STATE);
    }

    /** A refusal of one command. */
    public static Optional<Reason> because(String code, String sentence) {
        return Optional.of(reason(code, sentence));
    }

    /** Refuses when {@code not}. */
    public static Optional<Reason> unless(boolean fits, Reason reason) {
        return fits ? Optional.empty() : Optional.of(reason);
    }

    /** A text must say something, in 1 to 4,000 characters. */
    public static Optional<Reason> words(String text) {
        return unless(text != null && !text.isBlank() && text.length() <= LONGEST, WORDS);
    }

    /** The reason goes to the citizen whole: what does not fit is said shorter. */
    public static Optional<Reason> reason(AnswerTexts texts, Complaint complaint, Move move, String words) {
        boolean fits = complaint
                .phone()
                .map(phone -> texts.fits(complaint.ticket(), phone, move, words))
                .orElse(true);
        return words(words).or(() -> unless(fits, REASON_TOO_LONG));
    }

    /** What a citizen is answered: such a text, and no blank of a beginning, <code>{...}</code>, left in it. */
    public static Optional<Reason> answer(String text) {
        return words(text).or(() -> unless(!LEFT_BLANK.matcher(text).find(), BLANK));
    }
}
