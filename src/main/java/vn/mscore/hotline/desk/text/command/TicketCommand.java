package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.SealedReceipts;
import vn.mscore.hotline.desk.ReceiptTries;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.ReceiptCode;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.desk.text.WordsKept;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.sms.SecretMessages;

/** What the owner of a ticket does with it: see, add words, withdraw. Other people's tickets do not exist for a number. */
@Singleton
class TicketCommand implements TextCommand {
    private final RegisterComplaint complaints;
    private final TicketAnswer tickets;
    private final WordsKept words;
    private final Sealed sealed;

    @Inject
    TicketCommand(RegisterComplaint complaints, TicketAnswer tickets, WordsKept words, Sealed sealed) {
        this.complaints = complaints;
        this.tickets = tickets;
        this.words = words;
        this.sealed = sealed;
    }

    /** The way back to a sealed ticket. */
    @Singleton
    static class Sealed {
        private final SealedReceipts receipts;
        private final ReceiptTries tries;
        private final SecretMessages messages;

        @Inject
        Sealed(SealedReceipts receipts, ReceiptTries tries, SecretMessages messages) {
            this.receipts = receipts;
            this.tries = tries;
            this.messages = messages;
        }
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

    /** Of the own ticket; from another phone with the code that was said on the telephone, which no operator is shown. */
    private Reply view(TicketNumber ticket, Order order, Caller caller) {
        if (!order.words().isEmpty()) {
            sealed.messages.conceal(caller.sms().id());
        }
        boolean receipt = !order.words().isEmpty()
                && !tickets.isOf(ticket, caller)
                && sealed.tries.opens(
                        ticket, Optional.of(caller.phone()), () -> sealed.receipts.holds(ticket, order.words()));
        return receipt ? caller.reply("T21", Map.of("ticket", ticket.digits())) : tickets.of(ticket, caller);
    }

    private Reply more(Order order, Caller caller) {
        boolean empty = order.words().codePoints().noneMatch(Character::isLetterOrDigit);
        if (order.ticket().isEmpty() && order.typed().isEmpty() || empty) {
            return caller.reply("T61");
        }
        Optional<ReceiptCode> code = ReceiptCode.in(order.words())
                .filter(found ->
                        order.ticket().filter(own -> isOpenTo(own, caller)).isEmpty());
        boolean added = order.ticket()
                .filter(ticket ->
                        code.filter(found -> opens(ticket, found, caller)).isPresent()
                                || complaints.addText(ticket, caller.phone(), order.words(), caller.source()))
                .isPresent();
        if (added) {
            return caller.reply("T51", Map.of("ticket", order.ticket().get().digits()));
        }
        return code.map(found -> unopened(found, order, caller)).orElseGet(() -> ofNobody(order, caller));
    }

    private boolean isOpenTo(TicketNumber ticket, Caller caller) {
        return tickets.isOf(ticket, caller) && !tickets.isSealed(ticket, caller);
    }

    private boolean opens(TicketNumber ticket, ReceiptCode code, Caller caller) {
        return code.hasWords()
                && sealed.tries.opens(
                        ticket,
                        Optional.of(caller.phone()),
                        () -> sealed.receipts.addText(ticket, code.code(), code.words(), caller.source()));
    }

    /** Mistyped, or shut for today: a sealed report of its own, never in the open lane, and without the code. */
    private Reply unopened(ReceiptCode code, Order order, Caller caller) {
        sealed.messages.conceal(caller.sms().id());
        return code.hasWords()
                ? words.keep(ComplaintKind.DENUNCIATION, code.report(order), caller)
                : caller.reply("T61");
    }

    private Reply ofNobody(Order order, Caller caller) {
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
