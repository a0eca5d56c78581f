package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Words behind a command that keeps none, of which a PIN is none: where they hint at money or a crime they become a case as
 * a text of theirs would.
 */
@Singleton
class WordsBeside {
    private static final Set<Verb> KEEP_NONE =
            EnumSet.of(Verb.CALLBACK, Verb.DATA, Verb.HELP, Verb.LANGUAGE, Verb.UNKNOWN, Verb.VIEW, Verb.WITHDRAW);

    /** What is asked of a code: posters say it in words that would pass for a denunciation, so money alone makes it one. */
    private static final Set<Verb> OF_A_CODE = EnumSet.of(Verb.LIST_OWN, Verb.LOOKUP);

    private final WatchWords watch;
    private final SecretWords secret;
    private final WordsKept words;

    @Inject
    WordsBeside(WatchWords watch, SecretWords secret, WordsKept words) {
        this.watch = watch;
        this.secret = secret;
        this.words = words;
    }

    /** Has the whole text registered, but no receipt code; what was commanded is answered as it always is. */
    void keep(Order order, Caller caller) {
        boolean nothingMore = order.number().isEmpty()
                && order.code().isEmpty()
                && order.words().isBlank();
        boolean ofACode = OF_A_CODE.contains(order.verb()) || order.verb() == Verb.SCORE && nothingMore;
        if (!ofACode && !KEEP_NONE.contains(order.verb())) {
            return;
        }
        String text = Words.clean(caller.sms().text());
        Optional<ReceiptCode> code = order.ticket().flatMap(ticket -> ReceiptCode.in(behind(ticket, order, text)));
        boolean sealed = secret.areIn(text)
                || order.ticket().isEmpty() && ReceiptCode.besideATicket(text).isPresent();
        if (watch.isSuspicion(text) || !ofACode && sealed) {
            Order said = code.filter(ReceiptCode::hasWords)
                    .map(found -> found.report(order))
                    .orElseGet(() -> order.saying(order.withoutPin(text)));
            words.keep(code.isPresent() ? ComplaintKind.DENUNCIATION : ComplaintKind.UNCLASSIFIED, said, caller);
        } else if (order.verb() == Verb.WITHDRAW) {
            String why = code.map(ReceiptCode::words).orElseGet(order::words);
            order.ticket().filter(ticket -> isReason(why)).ifPresent(ticket -> words.addTo(ticket, why, caller));
        }
    }

    /** A code said in groups stands in the text alone. */
    private static String behind(TicketNumber ticket, Order order, String text) {
        int at = text.indexOf(ticket.digits());
        return at < 0 ? order.words() : text.substring(at + ticket.digits().length());
    }

    private boolean isReason(String why) {
        return why.codePoints().anyMatch(Character::isLetter) && !watch.isThanks(why);
    }
}
