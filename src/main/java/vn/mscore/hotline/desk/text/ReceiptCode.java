package vn.mscore.hotline.desk.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Words that came with what looks like the receipt code of a sealed ticket: whoever sent them counts on the sealed lane.
 *
 * @param code eight digits
 * @param words without them
 */
public record ReceiptCode(String code, String words) {
    /** In front also in groups, as it was said. */
    private static final Pattern FIRST =
            Pattern.compile("[^\\p{L}\\p{Nd}]*([0-9](?:[ .-]?[0-9]){7})(?![0-9])[^\\p{L}\\p{Nd}<(\\[\"]*");

    /** A day as people write it without signs between; of a hundred thousand codes some seventy look so. */
    private static final Pattern DAY = Pattern.compile(
            "(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");

    /** A sum of money, which is neither a ticket nor a code. */
    private static final Pattern SUM = Pattern.compile("[0-9]{5}000");

    private static final Pattern BEHIND = Pattern.compile("(?<![0-9./-])([0-9]{8})(?![0-9./-])");

    /** The first code in the words behind a ticket number. */
    public static Optional<ReceiptCode> in(String words) {
        Matcher first = FIRST.matcher(words);
        if (first.lookingAt()) {
            return Optional.of(of(first, words));
        }
        Matcher behind = BEHIND.matcher(words);
        while (behind.find()) {
            if (!DAY.matcher(behind.group(1)).matches()) {
                return Optional.of(of(behind, words));
            }
        }
        return Optional.empty();
    }

    /** The code in a text that names a ticket anywhere: who knows both has a sealed case, and says so. */
    public static Optional<ReceiptCode> besideATicket(String text) {
        Optional<TicketNumber> ticket = BEHIND.matcher(text)
                .results()
                .map(number -> number.group(1))
                .filter(number -> number.matches("[23].*") && isNoSum(number))
                .flatMap(number -> TicketNumber.parse(number).stream())
                .findFirst();
        Matcher code = BEHIND.matcher(text);
        while (ticket.isPresent() && code.find()) {
            if (isCode(code.group(1), ticket.get())) {
                return Optional.of(of(code, text));
            }
        }
        return Optional.empty();
    }

    private static boolean isNoSum(String number) {
        return !SUM.matcher(number).matches() && !DAY.matcher(number).matches();
    }

    /** One code in ten has a right check digit by chance, but few of these the decade of a ticket. */
    private static boolean isCode(String number, TicketNumber ticket) {
        boolean another = number.charAt(0) != ticket.digits().charAt(0);
        return isNoSum(number) && (another || TicketNumber.parse(number).isEmpty());
    }

    private static ReceiptCode of(Matcher found, String words) {
        String rest = words.substring(0, found.start()) + words.substring(found.end());
        return new ReceiptCode(found.group(1).replaceAll("[ .-]", ""), rest.strip());
    }

    /** Whether anything was said besides. */
    public boolean hasWords() {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** What custodians read when it opened no ticket: {@code order} named one. */
    public Order report(Order order) {
        String ticket = order.ticket().map(Object::toString).orElse(order.typed());
        return order.saying("Bổ sung phiếu " + ticket + ": " + words);
    }
}
