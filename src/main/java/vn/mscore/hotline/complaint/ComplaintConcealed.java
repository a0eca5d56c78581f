package vn.mscore.hotline.complaint;

import java.util.List;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Fact: words came to, or came with, a ticket of the secret lane. Whoever holds a copy of them or shows the ticket to
 * anybody hides it in this transaction.
 *
 * @param sources where the words came from, such as {@code sms:123:modem}
 */
public record ComplaintConcealed(TicketNumber ticket, List<String> sources) {}
