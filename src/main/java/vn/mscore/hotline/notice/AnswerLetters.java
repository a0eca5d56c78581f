package vn.mscore.hotline.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.TextPrices;

/** The text that carries an answer: whole or not at all. */
@Singleton
class AnswerLetters implements AnswerTexts {
    private final Messenger messenger;
    private final TextPrices prices;
    private final SmsOutbox outbox;

    @Inject
    AnswerLetters(Messenger messenger, TextPrices prices, SmsOutbox outbox) {
        this.messenger = messenger;
        this.prices = prices;
        this.outbox = outbox;
    }

    @Override
    public boolean fits(TicketNumber ticket, PhoneNumber phone, String words) {
        return !outbox.allows(phone) || isShort(line(ticket, phone, words));
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
