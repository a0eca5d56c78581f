package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Holder;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.WorkCases;
import vn.mscore.hotline.complaint.life.Waiting.By;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** An office at work on a case. */
@Singleton
public class WorkDesk implements WorkCases {
    private static final Reason UNCLASSIFIED =
            new Reason("case.unclassified", "phân loại trước khi trả lời / classify it first");

    private static final Reason OWN_AGAIN = new Reason(
            "case.own-answer",
            "người dân chưa hài lòng với câu trả lời của bạn, xin để người khác trả lời lại"
                    + " / the citizen is not content with your answer: somebody else answers again");

    private static final Reason TOO_LONG = new Reason(
            "case.too-many-parts",
            "câu trả lời dài quá số tin cho phép, không tin nào được gửi / the answer is more texts than allowed, none is sent");

    private static final Reason NO_TEXTS = new Reason(
            "case.no-texts",
            "số của người dân không nhận được tin nhắn: gọi điện / no text reaches the citizen's number: call instead");

    private static final Reason STANDS = new Reason(
            "case.no-day",
            "tin này nêu hạn trả lời, mà hạn của phiếu đang dừng, đã qua, hoặc theo đơn khiếu nại: gọi điện, cho chạy tiếp, gia hạn hoặc trả lời"
                    + " / this text names the day of the answer, which stands, is over or is the law's: call, let it go on, extend it or answer");

    private final Gate gate;
    private final Complaints complaints;
    private final UndoWindow window;
    private final Written written;
    private final AnswerTexts texts;
    private final Together together;
    private final CaseTime time;

    /** Joined by CDI. */
    @Inject
    WorkDesk(
            Gate gate,
            Complaints complaints,
            UndoWindow window,
            Written written,
            AnswerTexts texts,
            Together together,
            CaseTime time) {
        this.time = time;
        this.gate = gate;
        this.complaints = complaints;
        this.window = window;
        this.written = written;
        this.texts = texts;
        this.together = together;
    }

    @Override
    public Decision accept(Grip grip) {
        return gate.pass(CaseCommand.ACCEPT, grip, held -> {
            Holder officer = new Holder(held.viewer().login(), held.viewer().name());
            complaints.hold(held.complaint(), Optional.of(officer));
            complaints.move(held.complaint(), held.step());
            return Optional.empty();
        });
    }

    @Override
    public Decision handBack(Grip grip, String reason) {
        return gate.pass(CaseCommand.HAND_BACK, grip, held -> {
            Optional<Reason> refusal = Refusals.words(reason);
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, reason);
                complaints.handBack(held.complaint(), held.step());
            }
            return refusal;
        });
    }

    /** Words that do not fit a text are not cut: the citizen hears them by phone, or they are said shorter. */
    private boolean fits(Complaint complaint, String words) {
        return complaint
                .phone()
                .map(phone -> texts.fits(complaint.ticket(), phone, words))
                .orElse(true);
    }

    @Override
    public Reach reach(TicketNumber ticket) {
        return complaints
                .see(ticket)
                .flatMap(Complaint::phone)
                .map(texts::reach)
                .orElse(Reach.NONE);
    }

    @Override
    public Decision answer(Grip grip, Answer answer) {
        return gate.pass(CaseCommand.ANSWER, grip, held -> {
            boolean sorted = held.complaint().classified() || held.viewer().role() != Role.OPERATOR;
            Optional<Reason> refusal = Refusals.answer(answer.text())
                    .or(() -> Refusals.unless(sorted, UNCLASSIFIED))
                    .or(() -> Refusals.unless(!together.isOwnAgain(held.viewer().login(), held.complaint()), OWN_AGAIN))
                    .or(() -> Refusals.unless(!answer.bySms() || fits(held.complaint(), answer.text()), TOO_LONG))
                    .or(() -> together.refusal(By.of(held.viewer()), held.complaint()));
            if (refusal.isEmpty()) {
                window.put(held, UndoWindow.Wish.saying(answer.text(), answer.bySms()));
            }
            return refusal;
        });
    }

    private boolean hasADay(Complaint complaint) {
        return complaint.kind() != ComplaintKind.COMPLAINT
                && time.clocks(complaint.ticket()).stream()
                        .filter(reading -> reading.step().told())
                        .noneMatch(reading -> reading.paused() || reading.daysLeft() < 0);
    }

    @Override
    public Decision inform(Grip grip, String words) {
        return gate.pass(CaseCommand.INFORM, grip, held -> {
            Optional<Reason> refusal = Refusals.answer(words)
                    .or(() -> Refusals.unless(reach(held.complaint().ticket()) == Reach.TEXT, NO_TEXTS))
                    .or(() -> Refusals.unless(hasADay(held.complaint()), STANDS))
                    .or(() -> Refusals.reason(texts, held.complaint(), Move.INFORMED, words))
                    .or(() -> together.refusal(By.of(held.viewer()), held.complaint()));
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, words);
                window.put(held, UndoWindow.Wish.saying(words, true));
            }
            return refusal;
        });
    }
}
