package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.EndCases;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Ends and new beginnings. */
@Singleton
public class EndDesk implements EndCases {
    private static final Reason STAYS = new Reason(
            "case.not-withdrawable",
            "khiếu nại và việc khẩn cấp không rút qua điện thoại / a complaint or an urgent case stays");
    private static final Reason AWAITED = new Reason(
            "case.verdict-awaited",
            "người dân chưa trả lời có hài lòng không, phiếu tự đóng sau 10 ngày làm việc nếu không có hồi âm"
                    + " / the citizen has not said yet whether it is done: it closes by itself after ten working days");
    private static final Reason AWAITED_URGENT = new Reason(
            "case.urgent-awaited",
            "người dân chưa trả lời có hài lòng không; việc khẩn cấp đóng được sau 10 ngày làm việc không có hồi âm"
                    + " / the citizen has not said yet whether it is done: an urgent case is closed after ten silent working days");
    private static final Reason SIGNED = new Reason(
            "case.petition",
            "khiếu nại đã có đơn ký: chọn Không thụ lý ở trang Khiếu nại, theo căn cứ của Luật Khiếu nại, Điều 11"
                    + " / its signed paper is here: it is not accepted on its own page, on a ground of the law");
    private static final Reason NOTHING_NEW =
            new Reason("case.nothing-new", "không có lời nhắn thêm chưa đọc / there are no unread words");

    private static final Reason NOT_ASKED = new Reason(
            "case.not-asked",
            "người dân của phiếu gộp này không được hỏi, đã trả lời rồi, hoặc tự trả lời được bằng tin nhắn"
                    + " / the citizen of this merged case is not asked, has answered, or answers by text himself");

    private final Gate gate;
    private final Complaints complaints;
    private final UndoWindow window;
    private final Written written;
    private final Closing closing;
    private final Reopening reopening;
    private final MergedVerdicts merged;
    private final AnswerTexts texts;
    private final Unread unread;
    private final CaseTime time;

    /** Joined by CDI. */
    @Inject
    EndDesk(
            Gate gate,
            Complaints complaints,
            UndoWindow window,
            Written written,
            Closing closing,
            Reopening reopening,
            MergedVerdicts merged,
            AnswerTexts texts,
            Unread unread,
            CaseTime time) {
        this.time = time;
        this.unread = unread;
        this.texts = texts;
        this.gate = gate;
        this.complaints = complaints;
        this.window = window;
        this.written = written;
        this.closing = closing;
        this.reopening = reopening;
        this.merged = merged;
    }

    @Override
    public Decision refuse(Grip grip, String reason) {
        return plan(CaseCommand.REFUSE, grip, reason, held -> Refusals.withAnOffice(held)
                .or(() -> Refusals.unless(!isSigned(held.complaint()), SIGNED))
                .or(() -> Refusals.reason(texts, held.complaint(), Move.REFUSED, reason)));
    }

    private boolean isSigned(Complaint complaint) {
        return time.clocks(complaint.ticket()).stream()
                .map(CaseClock.Reading::step)
                .anyMatch(step -> step.isSigned() && step.ofTheLaw());
    }

    @Override
    public Decision passOutside(Grip grip, String to) {
        return plan(CaseCommand.PASS_OUTSIDE, grip, to, held -> Refusals.withAnOffice(held)
                .or(() -> Refusals.words(to)));
    }

    private Decision plan(CaseCommand command, Grip grip, String words, Function<Held, Optional<Reason>> wrong) {
        return gate.pass(command, grip, merged::lockHead, held -> {
            Optional<Reason> refusal = wrong.apply(held);
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, words);
                window.put(held, UndoWindow.Wish.saying(words, false));
            }
            return refusal;
        });
    }

    @Override
    public Decision withdraw(Grip grip, String reason) {
        return plan(CaseCommand.WITHDRAW, grip, reason, held -> Refusals.words(reason)
                .or(() -> Refusals.unless(!Refusals.stays(held.complaint()), STAYS)));
    }

    @Override
    public Decision close(Grip grip) {
        return gate.pass(CaseCommand.CLOSE, grip, merged::lockHead, held -> {
            Optional<Reason> refusal = awaited(held.complaint());
            if (refusal.isEmpty()) {
                window.put(held, UndoWindow.Wish.plain());
            }
            return refusal;
        });
    }

    private Optional<Reason> awaited(Complaint complaint) {
        Reason awaited = complaint.urgent() ? AWAITED_URGENT : AWAITED;
        return Refusals.unless(closable(complaint), complaint.state() == State.TRUNG ? NOT_ASKED : awaited);
    }

    @Override
    public boolean closable(TicketNumber ticket) {
        return complaints.see(ticket).filter(this::closable).isPresent();
    }

    /** Who can be asked by text says himself whether he is content (R7); nothing urgent closes by itself, so a person does. */
    private boolean closable(Complaint complaint) {
        boolean asked = complaint.phone().filter(texts::reaches).isPresent();
        return merged.hears(complaint) && (!asked || complaint.urgent() && closing.isSilent(complaint));
    }

    @Override
    public Decision reopen(Grip grip, String reason) {
        return plan(CaseCommand.REOPEN, grip, reason, held -> Refusals.words(reason)
                .or(() -> reopening.refusal(held.complaint()))
                .or(() -> Refusals.unless(merged.hears(held.complaint()), NOT_ASKED)));
    }

    @Override
    public boolean reopenable(TicketNumber ticket) {
        return complaints
                .see(ticket)
                .filter(reopening::mayStill)
                .filter(merged::hears)
                .isPresent();
    }

    @Override
    public Decision acknowledge(Grip grip) {
        return gate.pass(CaseCommand.ACKNOWLEDGE, grip, held -> {
            boolean waited = unread.read(held.complaint());
            if (waited) {
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
            }
            return Refusals.unless(waited, NOTHING_NEW);
        });
    }
}
