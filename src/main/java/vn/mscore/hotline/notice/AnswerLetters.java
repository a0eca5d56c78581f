package vn.mscore.hotline.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.TextPrices;
import vn.mscore.hotline.switchboard.Readouts;

/** The texts that carry an answer or a reason: whole or not at all. */
@Singleton
class AnswerLetters implements AnswerTexts {
    /** The texts that say why, or how it stands. */
    static final Map<Move, String> REASONS = Map.of(Move.REFUSED, "T63", Move.EXTENDED, "T64", Move.INFORMED, "T79");

    private final Messenger messenger;
    private final TextPrices prices;
    private final SmsOutbox outbox;
    private final Readouts readouts;

    @Inject
    AnswerLetters(Messenger messenger, TextPrices prices, SmsOutbox outbox, Readouts readouts) {
        this.readouts = readouts;
        this.messenger = messenger;
        this.prices = prices;
        this.outbox = outbox;
    }

    @Override
    public boolean reaches(PhoneNumber phone) {
        return outbox.allows(phone);
    }

    @Override
    public boolean isCalled(TicketNumber ticket) {
        return readouts.isOpen(ticket);
    }

    @Override
    public boolean fits(TicketNumber ticket, PhoneNumber phone, String words) {
        return !outbox.allows(phone) || isShort(line(ticket, phone, words));
    }

    @Override
    public boolean fits(TicketNumber ticket, PhoneNumber phone, Move move, String reason) {
        Map<String, String> values =
                Map.of("ticket", ticket.digits(), "due", Messenger.day(LocalDate.EPOCH), "cause", reason);
        return fits(REASONS.get(move), phone, values);
    }

    /** Whether a text with a reason stays within the parts an answer may have. */
    boolean fits(String template, PhoneNumber phone, Map<String, String> values) {
        return !outbox.allows(phone) || isShort(reason(template, phone, values));
    }

    /** A text with a reason, whole; in plain letters when the citizen's own would make it longer than a text may be. */
    String reason(String template, PhoneNumber phone, Map<String, String> values) {
        String own = messenger.whole(template, messenger.language(phone), values);
        boolean wide = messenger.language(phone) == Language.VI;
        return isShort(own) || !wide ? own : messenger.whole(template, Language.VI_PLAIN, values);
    }

    /** An answer to many is measured by one: whose own letters would make it longer gets it in plain ones. */
    String of(TicketNumber ticket, PhoneNumber phone, String words) {
        String line = line(ticket, phone, words);
        return isShort(line) ? line : Unaccented.of(line);
    }

    private String line(TicketNumber ticket, PhoneNumber phone, String words) {
        return messenger.line(phone, ticket.digits() + ": " + words);
    }

    private boolean isShort(String text) {
        return prices.of(text).fits();
    }
}
