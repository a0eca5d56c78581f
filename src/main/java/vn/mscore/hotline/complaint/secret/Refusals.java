package vn.mscore.hotline.complaint.secret;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** Why something in the sealed lane was refused; none of them tells anything of a case. */
final class Refusals {
    static final Reason UNKNOWN = new Reason("sealed.unknown", "Không có hồ sơ này. / There is no such case.");
    static final Reason STEP_UP = new Reason(
            "sealed.step-up", "Hãy nhập mã xác thực trước khi làm việc này. / Give a code of the second factor first.");
    static final Reason NOT_OPEN = new Reason(
            "sealed.not-open", "Hồ sơ chưa được hai người cùng mở. / Two persons have not opened this case.");
    static final Reason REASON =
            new Reason("sealed.reason", "Lý do cần từ 10 đến 500 ký tự. / A reason of 10 to 500 characters is needed.");
    static final Reason ALREADY = new Reason(
            "sealed.already-asked", "Đã có người xin mở hoặc hồ sơ đang mở. / Somebody has asked, or it is open.");
    static final Reason NOT_ASKED =
            new Reason("sealed.not-asked", "Chưa có ai xin mở trong 24 giờ qua. / Nobody asked in the last 24 hours.");
    static final Reason SECOND_PERSON = new Reason(
            "sealed.second-person", "Phải do người giữ khóa thứ hai xác nhận. / The other custodian has to confirm.");
    static final Reason TELLS = new Reason(
            "sealed.summary-tells",
            "Bản tóm tắt có số điện thoại, mã hồ sơ hoặc mã phiếu. / The summary holds a number or a code.");
    static final Reason QUOTES = new Reason(
            "sealed.summary-quotes",
            "Bản tóm tắt chép nguyên văn lời người dân; hãy viết bằng lời khác. / The summary quotes the citizen.");
    static final Reason NO_SUMMARY =
            new Reason("sealed.no-summary", "Hãy viết bản tóm tắt trước. / Write the neutral summary first.");
    static final Reason UNIT = new Reason("sealed.unit", "Không có đơn vị này. / There is no such office.");
    static final Reason PENDING = new Reason(
            "sealed.pending", "Đã có đề nghị đang chờ xác nhận. / A proposal is waiting for its confirmation.");
    static final Reason NO_PROPOSAL =
            new Reason("sealed.no-proposal", "Không có đề nghị chuyển nào đang chờ. / No proposal is waiting.");
    static final Reason OVERRIDE = new Reason(
            "sealed.override",
            "Có xung đột lợi ích: người xác nhận cũng phải nêu lý do. / The second person has to give a reason too.");
    static final Reason OUTCOME =
            new Reason("sealed.outcome", "Hãy ghi cách xử lý bằng 10 đến 2000 ký tự. / Say how it was handled.");

    static final Reason NO_ENDING = new Reason(
            "sealed.no-ending", "Chưa có kết quả nào chờ xác nhận. / No outcome is waiting for its confirmation.");

    static final Reason CHANGED = new Reason(
            "sealed.changed",
            "Nội dung đã thay đổi sau khi quý vị đọc; hãy đọc lại rồi xác nhận. / It has changed since you read it.");
    static final Reason SUMMARY_CHANGED = new Reason(
            "sealed.summary-changed",
            "Người giữ khóa khác vừa viết lại bản tóm tắt hoặc đơn vị bị nêu. Bản mới hiện bên dưới, nội dung bạn gõ vẫn"
                    + " còn. Hãy đọc rồi làm lại. / Another custodian wrote the summary or the office anew. The newest stands"
                    + " below, what you typed is still there: read it, then do it again.");
    static final Reason WORDS = new Reason("sealed.words", "Hãy gõ từ 1 đến 4000 ký tự. / Type 1 to 4,000 characters.");
    static final Reason NO_RECORDING =
            new Reason("sealed.recording", "Hồ sơ này không có bản ghi âm đó. / This case has no such recording.");
    static final Reason CLOSED = new Reason(
            "sealed.closed",
            "Hai người đã thống nhất kết thúc hồ sơ này. / Two persons have agreed that it is closed.");

    static final Reason NOT_CLOSED =
            new Reason("sealed.not-closed", "Hồ sơ này chưa kết thúc. / This case is not closed.");
    static final Reason ERASED = new Reason(
            "sealed.erased", "Nội dung đã xóa vì hết thời hạn lưu giữ. / Its words were erased, their time was over.");
    static final Reason NO_REOPENING = new Reason(
            "sealed.no-reopening",
            "Không có đề nghị xem xét lại nào đang chờ. / No request to take it up again is waiting.");

    static final Reason MEETING = new Reason(
            "sealed.meeting",
            "Ngày hẹn phải là ngày làm việc từ hôm nay trở đi; ghi giờ và nơi bằng 1 đến 200 ký tự. / The day has to be a working"
                    + " day from today on; hour and place take 1 to 200 characters.");
    static final Reason PAPER_DAY = new Reason(
            "sealed.paper-day",
            "Ngày nhận đơn không được sau hôm nay và không quá một năm trước. / The day of the paper is not to come and at"
                    + " most a year ago.");
    static final Reason NO_TERM = new Reason(
            "sealed.no-term",
            "Chưa có thời hạn xác minh nào đang chạy: thư chuyển chưa gửi. / No term of a verification runs: no letter has left.");
    static final Reason NO_PAPER =
            new Reason("sealed.no-paper", "Hồ sơ này chưa ghi nhận đơn nào. / No paper is noted of this case.");
    static final Reason EXTENDED = new Reason(
            "sealed.extended", "Thời hạn này đã gia hạn hai lần. / This term was made longer twice already.");

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private Refusals() {}

    /** Whom a case is for instead, by name, and whether they are enough to open it. */
    static Reason leaveTo(List<String> others, boolean enough) {
        String names = others.isEmpty() ? "–" : String.join(", ", others);
        return new Reason(
                "sealed.own-interest",
                enough
                        ? "Hồ sơ này phải để người giữ khóa khác mở và quyết định: " + names
                                + ". / Other custodians have to open and decide this case: " + names + "."
                        : "Hồ sơ này phải do hai người giữ khóa khác mở và quyết định, nay chỉ có: " + names
                                + ". Hãy báo Thường trực HĐND cử thêm người. / Two other custodians have to open and decide"
                                + " this case, and there is only: " + names
                                + ". Ask the standing committee for another one.");
    }

    /** Refuses with {@code reason} unless {@code right}. */
    static Optional<Reason> unless(boolean right, Reason reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }

    static boolean isReason(String text) {
        int length = text == null ? 0 : text.strip().length();
        return length >= SHORTEST && length <= LONGEST;
    }
}
