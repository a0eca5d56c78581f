package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.SealedReceipts;
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
    private static final Pattern RECEIPT = Pattern.compile("([0-9]{8})\\s+(\\S.*)", Pattern.DOTALL);

    private final RegisterComplaint complaints;
    private final TicketAnswer tickets;
    private final WordsKept words;
    private final SealedReceipts receipts;

    @Inject
    TicketCommand(RegisterComplaint complaints, TicketAnswer tickets, WordsKept words, SealedReceipts receipts) {
        this.complaints = complaints;
        this.tickets = tickets;
        this.words = words;
        this.receipts = receipts;
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
            default -> order.ticket().map(ticket -> view(ticket, order, caller)).orElseGet(() -> caller.reply("T50"));
        };
    }

    /** Of the own ticket; from another phone with the code that was said on the telephone. */
    private Reply view(TicketNumber ticket, Order order, Caller caller) {
        boolean receipt =
                !order.words().isEmpty() && !tickets.isOf(ticket, caller) && receipts.holds(ticket, order.words());
        return receipt ? caller.reply("T21", Map.of("ticket", ticket.digits())) : tickets.of(ticket, caller);
    }

    private boolean addByReceipt(TicketNumber ticket, Order order, Caller caller) {
        Matcher receipt = RECEIPT.matcher(order.words());
        return receipt.matches() && receipts.addText(ticket, receipt.group(1), receipt.group(2), caller.source());
    }

    private Reply more(Order order, Caller caller) {
        boolean empty = order.words().codePoints().noneMatch(Character::isLetterOrDigit);
        if (order.ticket().isEmpty() || empty) {
            return caller.reply("T61");
        }
        TicketNumber ticket = order.ticket().get();
        if (complaints.addText(ticket, caller.phone(), order.words(), caller.source())
                || addByReceipt(ticket, order, caller)) {
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
