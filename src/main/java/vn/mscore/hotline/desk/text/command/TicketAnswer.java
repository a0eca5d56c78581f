package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.ComplaintStatus.View;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.shared.TicketNumber;

/** Says how far a ticket is; of a secret one only the neutral sentence. */
@Singleton
class TicketAnswer {
    /** Texts with the day of the answer; while the clock stands the case has another. */
    private static final Set<String> SAY_THE_DAY = Set.of("T16", "T43", "T45");

    private final ComplaintStatus status;
    private final CitizenLines lines;
    private final Phrases phrases;

    @Inject
    TicketAnswer(ComplaintStatus status, CitizenLines lines, Phrases phrases) {
        this.status = status;
        this.lines = lines;
        this.phrases = phrases;
    }

    /** Whether this number may know the ticket. */
    boolean isOf(TicketNumber ticket, Caller caller) {
        return status.of(ticket, caller.phone()).isPresent();
    }

    /** Whether it is the caller's and nobody but custodians works on it. */
    boolean isSealed(TicketNumber ticket, Caller caller) {
        return status.of(ticket, caller.phone()).filter(View::secret).isPresent();
    }

    /** The state of a ticket of the caller. */
    Reply of(TicketNumber ticket, Caller caller) {
        return status.of(ticket, caller.phone())
                .map(view -> caller.reply(template(view, caller), values(view, caller)))
                .orElseGet(() -> caller.reply("T50"));
    }

    /** The receipt of a ticket that turned out to be a suggestion. */
    Reply suggestion(TicketNumber ticket, Caller caller) {
        return status.of(ticket, caller.phone())
                .map(view -> caller.reply("T56", values(view, caller)))
                .orElseGet(() -> caller.reply("T50"));
    }

    private Map<String, String> values(View view, Caller caller) {
        Map<String, String> values = new HashMap<>();
        values.put("ticket", view.ticket().digits());
        values.put("due", phrases.day(view.due()));
        view.routedTo().ifPresent(unit -> values.put("unit", phrases.office(unit, caller.language())));
        view.stands().or(view::routedOn).ifPresent(day -> values.put("date", phrases.day(day)));
        return values;
    }

    private String template(View view, Caller caller) {
        if (view.secret()) {
            return "T21";
        }
        return view.petition().map(TicketAnswer::petition).orElseGet(() -> ours(view, caller));
    }

    private String ours(View view, Caller caller) {
        String running = ofState(view, caller);
        return view.stands().isPresent() && SAY_THE_DAY.contains(running) ? "T73" : running;
    }

    /** Of a khiếu nại that is guided or on signed paper: the step and the day of the law, as the page of the case shows them. */
    private static String petition(Step step) {
        return switch (step) {
            case PETITION_ACCEPT -> "T82";
            case PETITION_SETTLE -> "T83";
            case PETITION_GUIDE -> "T84";
            case PETITION_PAPER -> "T78";
            case TRIAGE, FORWARD, ACCEPT, ANSWER, ANSWER_AGAIN ->
                throw new IllegalStateException("no step of a petition: " + step);
        };
    }

    private String ofState(View view, Caller caller) {
        boolean routed = view.routedTo().isPresent() && view.routedOn().isPresent();
        return switch (view.state()) {
            case MOI, PHAN_LOAI -> waiting(view, caller);
            case DA_CHUYEN, DANG_XU_LY -> routed ? "T16" : "T43";
            case DA_TRA_LOI -> askSatisfied(view, caller);
            case DONG -> "T44";
            case MO_LAI -> view.routedTo().isPresent() ? "T45" : "T72";
            case TU_CHOI -> "T46";
            case TRUNG -> merged(view, caller);
            case CHUYEN_KHAC -> "T48";
            case RUT -> "T49";
        };
    }

    /** Of a khiếu nại no answer is promised before the signed paper is there (R10); an undecided "KN" is asked again. */
    private String waiting(View view, Caller caller) {
        return switch (view.kind()) {
            case COMPLAINT -> "T20";
            case SUGGESTION_OR_COMPLAINT -> {
                lines.ask(
                        caller.phone(),
                        new Question(Question.Kind.KN_KIND, view.ticket().digits()),
                        Duration.ofHours(72));
                yield "T19";
            }
            default -> "T43";
        };
    }

    private String merged(View view, Caller caller) {
        if (status.mayJudge(view.ticket())) {
            askSatisfied(view, caller);
            return "T74";
        }
        return status.answer(view.ticket(), caller.phone()).isPresent() ? "T65" : "T47";
    }

    private String askSatisfied(View view, Caller caller) {
        Question question = new Question(Question.Kind.SATISFIED, view.ticket().digits());
        status.verdictOpenFor(view.ticket()).ifPresent(open -> lines.ask(caller.phone(), question, open));
        return "T17";
    }
}
