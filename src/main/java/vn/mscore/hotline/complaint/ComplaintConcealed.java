package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Fact: words came to, or came with, a ticket of the secret lane. Whoever holds a copy of them or shows the ticket to
 * anybody hides it in this transaction.
 *
 * @param sources where the words came from, such as {@code sms:123:modem}
 * @param phone whose words they are, empty for hidden senders
 * @param words in clear, to find copies by; never written down
 */
public record ComplaintConcealed(
        TicketNumber ticket, List<String> sources, Optional<PhoneNumber> phone, List<String> words) {
    @Override
    public String toString() {
        return "ComplaintConcealed[" + sources.size() + "]";
    }
}
