package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.life.Gate;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.complaint.life.Refusals;
import vn.mscore.hotline.complaint.life.UndoWindow;
import vn.mscore.hotline.complaint.life.Written;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Commands on the clocks of a case. */
@Singleton
public class TimeDesk implements CaseTime {
    private static final int LONGEST_EXTENSION = 30;

    private final Gate gate;
    private final Complaints complaints;
    private final Courses courses;
    private final Written written;
    private final UndoWindow window;
    private final Lateness lateness;
    private final AnswerTexts texts;

    /** Joined by CDI. */
    @Inject
    TimeDesk(
            Gate gate,
            Complaints complaints,
            Courses courses,
            Written written,
            UndoWindow window,
            Lateness lateness,
            AnswerTexts texts) {
        this.texts = texts;
        this.gate = gate;
        this.complaints = complaints;
        this.courses = courses;
        this.written = written;
        this.window = window;
        this.lateness = lateness;
    }

    private void log(Held held) {
        complaints.log(held.complaint(), held.viewer().login(), held.command().code());
    }

    @Override
    public Decision pause(Grip grip, String reason) {
        return gate.pass(CaseCommand.PAUSE, grip, held -> {
            Optional<Reason> refusal = Refusals.withAnOffice(held)
                    .or(() -> Refusals.words(reason))
                    .or(() -> lateness.noPause(held.complaint().ticket()));
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, reason);
                courses.pause(held.complaint(), held.viewer().login());
                log(held);
            }
            return refusal;
        });
    }

    @Override
    public Decision resume(Grip grip) {
        return gate.pass(CaseCommand.RESUME, grip, held -> {
            boolean resumed = courses.resume(held.complaint());
            if (resumed) {
                log(held);
            }
            return Refusals.unless(resumed, new Reason("case.runs", "thời hạn đang được tính / the clock is running"));
        });
    }

    @Override
    public Decision extend(Grip grip, int days, String reason) {
        return gate.pass(CaseCommand.EXTEND, grip, held -> {
            Optional<Reason> refusal = Refusals.words(reason)
                    .or(() -> Refusals.unless(
                            days >= 1 && days <= LONGEST_EXTENSION,
                            new Reason("case.days", "từ 1 đến 30 ngày làm việc / 1 to 30 working days")))
                    .or(() -> lateness.noExtension(held.complaint().ticket()))
                    .or(() -> Refusals.reason(texts, held.complaint(), Move.EXTENDED, reason));
            if (refusal.isEmpty()) {
                written.add(held, Kind.REASON, reason);
                window.put(held, UndoWindow.Wish.later(days, reason));
            }
            return refusal;
        });
    }

    @Override
    public Decision explain(Grip grip, String why) {
        return gate.pass(CaseCommand.EXPLAIN, grip, held -> {
            Optional<Reason> refusal = Refusals.words(why).or(() -> lateness.noExplanation(held));
            if (refusal.isEmpty()) {
                lateness.explain(held, why);
                log(held);
            }
            return refusal;
        });
    }

    @Override
    public Decision judge(Grip grip, long explanation, String outcome) {
        return gate.pass(CaseCommand.JUDGE, grip, held -> {
            Optional<Reason> refusal = lateness.noJudgement(held, explanation, outcome);
            if (refusal.isEmpty()) {
                lateness.judge(held, explanation, outcome);
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code(), explanation + " " + outcome);
            }
            return refusal;
        });
    }

    @Override
    public List<Reading> clocks(TicketNumber ticket) {
        return lateness.clocks(ticket);
    }

    @Override
    public List<Explanation> explanations(Viewer viewer, TicketNumber ticket) {
        return lateness.explanations(viewer, ticket);
    }

    @Override
    public boolean explainable(Viewer viewer, TicketNumber ticket) {
        return lateness.explainable(viewer, ticket);
    }

    @Override
    public boolean extendable(TicketNumber ticket) {
        return lateness.noExtension(ticket).isEmpty();
    }

    @Override
    public boolean pausable(TicketNumber ticket) {
        return lateness.noPause(ticket).isEmpty();
    }

    @Override
    public Optional<Instant> pausedSince(TicketNumber ticket) {
        return lateness.pausedSince(ticket);
    }

    @Override
    public List<Escalation> escalations(TicketNumber ticket) {
        return courses.escalations(ticket);
    }

    @Override
    public List<Outcome> outcomes() {
        return lateness.outcomes();
    }
}
