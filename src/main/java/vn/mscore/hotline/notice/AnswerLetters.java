package vn.mscore.hotline.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.sms.TextPrices;

/** The text that carries an answer: whole or not at all. */
@Singleton
class AnswerLetters implements AnswerTexts {
    private final Messenger messenger;
    private final TextPrices prices;

    @Inject
    AnswerLetters(Messenger messenger, TextPrices prices) {
        this.messenger = messenger;
        this.prices = prices;
    }

    @Override
    public boolean fits(TicketNumber ticket, PhoneNumber phone, String words) {
        return prices.of(of(ticket, phone, words)).fits();
    }

    String of(TicketNumber ticket, PhoneNumber phone, String words) {
        return messenger.line(phone, ticket.digits() + ": " + words);
    }
}
