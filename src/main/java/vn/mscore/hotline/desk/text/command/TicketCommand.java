package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.desk.text.WordsKept;
import vn.mscore.hotline.shared.TicketNumber;

/** What the owner of a ticket does with it: see, add words, withdraw. Other people's tickets do not exist for a number. */
@Singleton
class TicketCommand implements TextCommand {
    private final RegisterComplaint complaints;
    private final TicketAnswer tickets;
    private final WordsKept words;

    @Inject
    TicketCommand(RegisterComplaint complaints, TicketAnswer tickets, WordsKept words) {
        this.complaints = complaints;
        this.tickets = tickets;
        this.words = words;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.VIEW, Verb.MORE, Verb.WITHDRAW);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        return switch (order.verb()) {
            case MORE -> more(order, caller);
            case WITHDRAW ->
                order.ticket().map(ticket -> withdraw(ticket, caller)).orElseGet(() -> caller.reply("T50"));
            default -> order.ticket().map(ticket -> tickets.of(ticket, caller)).orElseGet(() -> caller.reply("T50"));
        };
    }

    private Reply more(Order order, Caller caller) {
        boolean empty = order.words().codePoints().noneMatch(Character::isLetterOrDigit);
        if (order.ticket().isEmpty() || empty) {
            return caller.reply("T61");
        }
        TicketNumber ticket = order.ticket().get();
        if (complaints.addText(ticket, caller.phone(), order.words(), caller.source())) {
            return caller.reply("T51", Map.of("ticket", ticket.digits()));
        }
        boolean worthKeeping = order.words().strip().contains(" ");
        return worthKeeping ? words.keep(ComplaintKind.UNCLASSIFIED, order, caller) : caller.reply("T61");
    }

    private Reply withdraw(TicketNumber ticket, Caller caller) {
        Map<String, String> values = Map.of("ticket", ticket.digits());
        if (!tickets.isOf(ticket, caller)) {
            return caller.reply("T50");
        }
        return caller.reply(complaints.withdraw(ticket, caller.phone()) ? "T49" : "T52", values);
    }
}
