package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.sms.IncomingSms;

/** Has a citizen's words registered. The receipt is the business of the room notice; only a repetition is answered here. */
@Singleton
public class WordsKept {
    private static final Map<Verb, ComplaintKind> KINDS = Map.of(
            Verb.FEEDBACK, ComplaintKind.FEEDBACK,
            Verb.SUGGESTION, ComplaintKind.SUGGESTION,
            Verb.COMPLAINT, ComplaintKind.COMPLAINT,
            Verb.SUGGESTION_OR_COMPLAINT, ComplaintKind.SUGGESTION_OR_COMPLAINT,
            Verb.DENOUNCE, ComplaintKind.DENUNCIATION);

    private final RegisterComplaint complaints;
    private final CitizenLines lines;

    /** Registers with {@code complaints}. */
    @Inject
    public WordsKept(RegisterComplaint complaints, CitizenLines lines) {
        this.complaints = complaints;
        this.lines = lines;
    }

    /** The kind of ticket a verb makes; unclassified for all that say nothing about it. */
    public static ComplaintKind kindOf(Verb verb) {
        return KINDS.getOrDefault(verb, ComplaintKind.UNCLASSIFIED);
    }

    /** Registers the words of an order as {@code kind}; answers only when they are there already. */
    public Reply keep(ComplaintKind kind, Order order, Caller caller) {
        return keep(kind, order, caller, Reply.nothing());
    }

    /**
     * The same, and says {@code more} unless it was a repetition or a secret: a secret gets the neutral receipt alone. Who
     * writes the receipt code of a sealed ticket with its number counts on the sealed lane; the code is not kept.
     */
    public Reply keep(ComplaintKind kind, Order order, Caller caller, Reply more) {
        return ReceiptCode.besideATicket(order.words())
                .map(code -> register(ComplaintKind.DENUNCIATION, order.saying(code.words()), caller, more))
                .orElseGet(() -> register(kind, order, caller, more));
    }

    private Reply register(ComplaintKind kind, Order order, Caller caller, Reply more) {
        Registered registered = complaints.register(new NewComplaint(
                kind,
                Optional.of(caller.phone()),
                order.words(),
                order.code().flatMap(CodeReading::code),
                caller.source(),
                caller.sms().flood()));
        if (registered.duplicate()) {
            return caller.reply("T27", Map.of("ticket", registered.ticket().digits()));
        }
        if (kind == ComplaintKind.SUGGESTION_OR_COMPLAINT && !registered.secret()) {
            Question question =
                    new Question(Question.Kind.KN_KIND, registered.ticket().digits());
            lines.ask(caller.phone(), question, Duration.ofHours(72));
        }
        return registered.secret() ? Reply.nothing() : more;
    }

    /** Adds words to a ticket of this number; to nobody else's. */
    void addTo(TicketNumber ticket, String text, Caller caller) {
        complaints.addText(ticket, caller.phone(), text, caller.source());
    }

    /** Keeps what came without a number to answer to, for people to read (rows 29 and 30). */
    void keepWithoutSender(Order order, IncomingSms sms) {
        if (order.verb() != Verb.MACHINE && !sms.text().isBlank()) {
            Optional<ReceiptCode> receipt = Optional.of(order.words())
                    .filter(words -> order.verb() == Verb.MORE)
                    .flatMap(ReceiptCode::in)
                    .or(() -> ReceiptCode.besideATicket(sms.text()));
            complaints.register(new NewComplaint(
                    receipt.isPresent() ? ComplaintKind.DENUNCIATION : kindOf(order.verb()),
                    Optional.empty(),
                    receipt.map(code -> code.report(order).words()).orElseGet(() -> Words.clean(sms.text())),
                    order.code().flatMap(CodeReading::code),
                    "sms:" + sms.id() + ":" + sms.line(),
                    sms.flood()));
        }
    }
}
