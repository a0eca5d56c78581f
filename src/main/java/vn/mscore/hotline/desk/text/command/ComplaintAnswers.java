package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.OpenQuestion;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.ComplaintStatus.Satisfaction;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.WatchWords;
import vn.mscore.hotline.desk.text.WordsKept;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.shared.TicketNumber;

/** Answers that reach a ticket: the reason of a low mark, the kind of a "KN", and whether an answer satisfied. */
@Singleton
class ComplaintAnswers {
    private static final int MONEY = 4;
    private static final int REASONS = 5;
    /** What is kept of a choice that changes nothing any more. */
    private static final List<String> CHOICES =
            List.of("Trả lời câu hỏi: 1, kiến nghị, góp ý.", "Trả lời câu hỏi: 2, khiếu nại.");

    /** "1,4" and "2 và 4": more than one reason, money among them. */
    private static final String ALSO_MONEY = "(?iu)([1-35 ,;.+&]|và|va)*4[1-5 ,;.+&]*";

    private final RegisterComplaint complaints;
    private final CitizenLines lines;
    private final TicketAnswer tickets;
    private final Rooms rooms;

    @Inject
    ComplaintAnswers(RegisterComplaint complaints, CitizenLines lines, TicketAnswer tickets, Rooms rooms) {
        this.complaints = complaints;
        this.lines = lines;
        this.tickets = tickets;
        this.rooms = rooms;
    }

    /** The rooms behind. */
    @Singleton
    static class Rooms {
        private final RecordScore scores;
        private final ComplaintStatus status;
        private final WordsKept words;
        private final WatchWords watch;

        @Inject
        Rooms(RecordScore scores, ComplaintStatus status, WordsKept words, WatchWords watch) {
            this.watch = watch;
            this.scores = scores;
            this.status = status;
            this.words = words;
        }
    }

    /** Reason 1..5 of a low mark; 4, money, goes to the secret lane and is answered by its neutral receipt. */
    Reply reason(Order order, DossierCode code, Caller caller) {
        int first = order.number().orElse(0);
        if (first < 1 || first > REASONS) {
            return caller.reply("T22");
        }
        int reason = order.words().matches(ALSO_MONEY) ? MONEY : first;
        lines.answered(caller.phone());
        rooms.scores.reason(caller.phone(), code, reason);
        if (!order.words().isBlank()) {
            rooms.scores.comment(caller.phone(), code, order.words());
        }
        return reason == MONEY ? money(order, code, caller) : caller.reply("T58");
    }

    private Reply money(Order order, DossierCode code, Caller caller) {
        String words = "Chấm điểm thấp, lý do 4: thu tiền ngoài quy định. Hồ sơ " + code.value() + ". " + order.words();
        return rooms.words.keep(ComplaintKind.DENUNCIATION, order.about(code).saying(words.strip()), caller);
    }

    /** 1 suggestion, 2 complaint. */
    Reply kind(Order order, String ticketDigits, Caller caller) {
        int number = order.number().orElse(0);
        if (number != 1 && number != 2) {
            return caller.reply("T19", Map.of("ticket", ticketDigits));
        }
        lines.answered(caller.phone());
        return decided(order, new TicketNumber(ticketDigits), caller);
    }

    private Reply decided(Order order, TicketNumber ticket, Caller caller) {
        int number = order.number().orElseThrow();
        ComplaintKind kind = number == 1 ? ComplaintKind.SUGGESTION : ComplaintKind.COMPLAINT;
        if (order.words().strip().contains(" ")) {
            complaints.addText(ticket, caller.phone(), order.words(), caller.source());
        }
        if (!complaints.decideKind(ticket, caller.phone(), kind)) {
            complaints.addText(ticket, caller.phone(), CHOICES.get(number - 1), caller.source());
            return tickets.of(ticket, caller);
        }
        return number == 1 ? tickets.suggestion(ticket, caller) : tickets.of(ticket, caller);
    }

    /** 1 yes, 2 no: a reopened ticket speaks for itself through the room notice; of a sealed one it is but words. */
    Reply satisfied(Order order, String ticketDigits, Caller caller) {
        int number = order.number().orElse(0);
        if (number != 1 && number != 2) {
            return caller.reply("T22");
        }
        lines.openQuestion(caller.phone())
                .map(OpenQuestion::question)
                .filter(new Question(Question.Kind.SATISFIED, ticketDigits)::equals)
                .ifPresent(open -> lines.answered(caller.phone()));
        TicketNumber ticket = new TicketNumber(ticketDigits);
        if (tickets.isSealed(ticket, caller)) {
            complaints.addText(ticket, caller.phone(), caller.sms().text(), caller.source());
            return tickets.of(ticket, caller);
        }
        keep(order, ticket, caller);
        Optional<Satisfaction> outcome = rooms.status.satisfied(ticket, caller.phone(), number == 1);
        if (outcome.isEmpty()) {
            return tickets.of(ticket, caller);
        }
        if (outcome.get().reopened()) {
            return Reply.silence("desk.told-by-notice");
        }
        return caller.reply(number == 1 ? "T55" : "T75", Map.of("ticket", ticketDigits));
    }

    private void keep(Order order, TicketNumber ticket, Caller caller) {
        if (order.number().orElse(0) == 1 && rooms.watch.isThanks(order.words())) {
            complaints.addThanks(ticket, caller.phone(), order.words(), caller.source());
        } else if (!order.words().isBlank()) {
            complaints.addText(ticket, caller.phone(), order.words(), caller.source());
        }
    }
}
