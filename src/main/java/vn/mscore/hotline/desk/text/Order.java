package vn.mscore.hotline.desk.text;

import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * A text as the grammar understood it.
 *
 * @param verb what is wanted
 * @param code the dossier code that was read, also one inside free words
 * @param typed normal form of what stood where a code was expected and could not be read, else empty
 * @param pin four digits behind the code
 * @param number a mark 1..10, 0 when it was none of these; or a choice of a question, where 1 is yes and 2 is no
 * @param ticket a ticket number with a right check digit
 * @param words the citizen's own words behind the command
 */
public record Order(
        Verb verb,
        Optional<CodeReading> code,
        String typed,
        Optional<String> pin,
        OptionalInt number,
        Optional<TicketNumber> ticket,
        String words) {

    static Order of(Verb verb, String words) {
        return new Order(verb, Optional.empty(), "", Optional.empty(), OptionalInt.empty(), Optional.empty(), words);
    }

    Order withCode(Optional<CodeReading> read, Optional<String> secret) {
        return new Order(verb, read, typed, secret, number, ticket, words);
    }

    Order withTyped(String text) {
        return new Order(verb, code, text, pin, number, ticket, words);
    }

    Order withTicket(Optional<TicketNumber> value) {
        return new Order(verb, code, typed, pin, number, value, words);
    }

    /** The same words about this dossier. */
    public Order about(DossierCode other) {
        return withCode(
                Optional.of(new CodeReading(
                        Optional.of(other), Optional.empty(), 1, other.value().length(), Optional.empty())),
                pin);
    }

    /** The same order with other words. */
    public Order saying(String other) {
        return new Order(verb, code, typed, pin, number, ticket, other);
    }

    /** {@code text} without the PIN of this order: it opens a dossier, and is kept nowhere. */
    public String withoutPin(String text) {
        return pin.map(secret -> text.replaceFirst("(?<![\\p{L}\\p{Nd}./-])" + secret + "(?![\\p{L}\\p{Nd}]) ?", ""))
                .orElse(text);
    }

    /** The same order with this number. */
    public Order withNumber(OptionalInt value) {
        return new Order(verb, code, typed, pin, value, ticket, words);
    }
}
